using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Which detector read a feedback last, and the doubtful words that its author kept.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("060_MaskedAgain")]
internal sealed class M060MaskedAgain : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Whatever is kept already was read by the first detector.
        migrationBuilder.AddColumn<int>("MaskedBy", "Feedbacks", nullable: false, defaultValue: 1);
        migrationBuilder.AddColumn<string>("Harmless", "Feedbacks", nullable: false, defaultValue: "");
        migrationBuilder.CreateIndex("IX_Feedbacks_MaskedBy", "Feedbacks", "MaskedBy");
    }
}
