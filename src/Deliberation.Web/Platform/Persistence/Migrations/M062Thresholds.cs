using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>From how many feedbacks on a committee must take up a subject, as administrators decided it.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("062_Thresholds")]
internal sealed class M062Thresholds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "ThemeThresholds",
            table => new
            {
                Theme = table.Column<string>(maxLength: 40),
                Feedbacks = table.Column<int>(),
                Days = table.Column<int>(),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_ThemeThresholds", row => row.Theme)
        );
        migrationBuilder.CreateTable(
            "ThresholdSteps",
            table => new
            {
                Theme = table.Column<string>(maxLength: 40),
                Position = table.Column<int>(),
                Feedbacks = table.Column<int>(),
                Days = table.Column<int>(),
                Because = table.Column<string>(maxLength: 500),
                By = table.Column<Guid>(),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_ThresholdSteps", row => new { row.Theme, row.Position });
                table.ForeignKey(
                    "FK_ThresholdSteps_ThemeThresholds_Theme",
                    row => row.Theme,
                    "ThemeThresholds",
                    "Theme",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
    }
}
