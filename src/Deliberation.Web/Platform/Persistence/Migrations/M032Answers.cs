using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>What an answer says besides its status: the decision, who checked, the laws, the measure, what it corrects.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("032_Answers")]
internal sealed class M032Answers : Migration
{
    private const string Updates = "TreatmentUpdates";

    // Answers given before keep these empty: what was not said then is not said now.
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("DecisionKind", Updates, nullable: true);
        migrationBuilder.AddColumn<string>("Kept", Updates, maxLength: 1_000, nullable: true);
        migrationBuilder.AddColumn<string>("NotKept", Updates, maxLength: 1_000, nullable: true);
        migrationBuilder.AddColumn<int>("Ground", Updates, nullable: true);
        migrationBuilder.AddColumn<string>("WouldChange", Updates, maxLength: 1_000, nullable: true);
        migrationBuilder.AddColumn<string>("PassedOnTo", Updates, maxLength: 200, nullable: true);
        migrationBuilder.AddColumn<int>("Fidelity", Updates, nullable: true);
        migrationBuilder.AddColumn<string>("CheckedBy", Updates, maxLength: 200, nullable: true);
        migrationBuilder.AddColumn<string>("Laws", Updates, maxLength: 1_000, nullable: true);
        migrationBuilder.AddColumn<string>("SuccessMeasure", Updates, maxLength: 1_000, nullable: true);
        migrationBuilder.AddColumn<int>("Corrects", Updates, nullable: true);
    }
}
