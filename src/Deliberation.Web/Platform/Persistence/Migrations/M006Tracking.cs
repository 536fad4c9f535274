using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Trackers of opinions with their statuses, treatments with their answers and the bodies in charge.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("006_Tracking")]
internal sealed class M006Tracking : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateTrackers(migrationBuilder);
        CreateTreatments(migrationBuilder);
        CreateUpdates(migrationBuilder);
        CreateEntrustments(migrationBuilder);
    }

    private static void CreateTrackers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "OpinionTrackers",
            table => new
            {
                Id = table.Column<Guid>(),
                Reference = table.Column<string>(maxLength: 40),
                Slug = table.Column<string>(maxLength: 80),
                Title = table.Column<string>(maxLength: 300),
                OpenedAt = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_OpinionTrackers", row => row.Id)
        );
        migrationBuilder.CreateIndex(
            "IX_OpinionTrackers_Reference",
            "OpinionTrackers",
            "Reference",
            unique: true
        );
        migrationBuilder.CreateIndex("IX_OpinionTrackers_Slug", "OpinionTrackers", "Slug", unique: true);
        migrationBuilder.CreateTable(
            "OpinionStatuses",
            table => new
            {
                Code = table.Column<string>(maxLength: 40),
                OpinionId = table.Column<Guid>(),
                Position = table.Column<int>(),
                French = table.Column<string>(maxLength: 120),
                English = table.Column<string>(maxLength: 120),
                Icon = table.Column<string>(maxLength: 40),
                Pattern = table.Column<string>(maxLength: 40),
                Category = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_OpinionStatuses", row => new { row.OpinionId, row.Code });
                table.ForeignKey(
                    "FK_OpinionStatuses_OpinionTrackers_OpinionId",
                    row => row.OpinionId,
                    "OpinionTrackers",
                    "Id",
                    onDelete: ReferentialAction.Cascade
                );
            }
        );
    }

    private static void CreateTreatments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Treatments",
            table => new
            {
                Id = table.Column<Guid>(),
                OpinionId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Reference = table.Column<string>(maxLength: 40),
                Title = table.Column<string>(maxLength: 300),
                Theme = table.Column<string>(maxLength: 120),
                Keywords = table.Column<string>(maxLength: 500),
                BodyId = table.Column<Guid>(),
                OpenedAt = table.Column<DateTime>(),
                FirstAnswerDueOn = table.Column<DateOnly>(nullable: true),
                DueBasis = table.Column<string>(maxLength: 300),
                AnswerCount = table.Column<int>(),
                Revision = table.Column<int>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Treatments", row => row.Id);
                table.ForeignKey(
                    "FK_Treatments_OpinionTrackers_OpinionId",
                    row => row.OpinionId,
                    "OpinionTrackers",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_Treatments_Bodies_BodyId",
                    row => row.BodyId,
                    "Bodies",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Treatments_Reference", "Treatments", "Reference", unique: true);
        migrationBuilder.CreateIndex(
            "IX_Treatments_OpinionId_Number",
            "Treatments",
            ["OpinionId", "Number"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_Treatments_BodyId", "Treatments", "BodyId");
    }

    private static void CreateUpdates(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "TreatmentUpdates",
            table => new
            {
                TreatmentId = table.Column<Guid>(),
                Number = table.Column<int>(),
                Key = table.Column<Guid>(),
                Status = table.Column<string>(maxLength: 40),
                Reason = table.Column<string>(),
                BodyId = table.Column<Guid>(),
                Function = table.Column<string>(maxLength: 200),
                EvidenceLink = table.Column<string>(maxLength: 500, nullable: true),
                EvidenceCitation = table.Column<string>(maxLength: 500, nullable: true),
                NextUpdateOn = table.Column<DateOnly>(nullable: true),
                ImportedFrom = table.Column<string>(maxLength: 500, nullable: true),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_TreatmentUpdates", row => new { row.TreatmentId, row.Number });
                table.ForeignKey(
                    "FK_TreatmentUpdates_Treatments_TreatmentId",
                    row => row.TreatmentId,
                    "Treatments",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_TreatmentUpdates_Bodies_BodyId",
                    row => row.BodyId,
                    "Bodies",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex(
            "IX_TreatmentUpdates_TreatmentId_Key",
            "TreatmentUpdates",
            ["TreatmentId", "Key"],
            unique: true
        );
        migrationBuilder.CreateIndex("IX_TreatmentUpdates_BodyId", "TreatmentUpdates", "BodyId");
    }

    private static void CreateEntrustments(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Entrustments",
            table => new
            {
                TreatmentId = table.Column<Guid>(),
                Number = table.Column<int>(),
                BodyId = table.Column<Guid>(),
                At = table.Column<DateTime>(),
            },
            constraints: table =>
            {
                table.PrimaryKey("PK_Entrustments", row => new { row.TreatmentId, row.Number });
                table.ForeignKey(
                    "FK_Entrustments_Treatments_TreatmentId",
                    row => row.TreatmentId,
                    "Treatments",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
                table.ForeignKey(
                    "FK_Entrustments_Bodies_BodyId",
                    row => row.BodyId,
                    "Bodies",
                    "Id",
                    onDelete: ReferentialAction.Restrict
                );
            }
        );
        migrationBuilder.CreateIndex("IX_Entrustments_BodyId", "Entrustments", "BodyId");
    }
}
