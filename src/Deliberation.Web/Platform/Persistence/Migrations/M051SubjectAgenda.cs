using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The threshold a subject reached, and the agenda it was put on.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("051_SubjectAgenda")]
internal sealed class M051SubjectAgenda : Migration
{
    private const string Subjects = "Subjects";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<DateTime>("ReachedAt", Subjects, nullable: true);
        migrationBuilder.AddColumn<int>("ReachedFeedbacks", Subjects, nullable: true);
        migrationBuilder.AddColumn<int>("ReachedDays", Subjects, nullable: true);
        migrationBuilder.AddColumn<DateTime>("OnAgendaAt", Subjects, nullable: true);
        migrationBuilder.AddColumn<Guid>("SessionId", Subjects, nullable: true);
        migrationBuilder.AddColumn<Guid>("ContributionId", Subjects, nullable: true);
        migrationBuilder.CreateIndex("IX_Subjects_ContributionId", Subjects, "ContributionId", unique: true);
    }
}
