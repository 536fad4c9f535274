using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>The public register: one row per act, sealed to the one before.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("008_Ledger")]
internal sealed class M008Ledger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "Ledger",
            table => new
            {
                Number = table.Column<long>(),
                At = table.Column<DateTime>(),
                Kind = table.Column<string>(maxLength: 80),
                Subject = table.Column<string>(maxLength: 120),
                Content = table.Column<string>(),
                PreviousHash = table.Column<string>(maxLength: 64),
                Hash = table.Column<string>(maxLength: 64),
            },
            constraints: table => table.PrimaryKey("PK_Ledger", row => row.Number)
        );
        migrationBuilder.CreateIndex("IX_Ledger_Kind_Number", "Ledger", ["Kind", "Number"]);
        migrationBuilder.CreateIndex("IX_Ledger_Subject", "Ledger", "Subject");
    }
}
