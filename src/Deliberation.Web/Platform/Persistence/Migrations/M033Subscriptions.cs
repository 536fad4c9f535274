using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>Letters about answers to people without an account, which say how to end them.</summary>
[DbContext(typeof(DeliberationDb))]
[Migration("033_Subscriptions")]
internal sealed class M033Subscriptions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("StopAddress", "OutgoingMails", maxLength: 500, nullable: true);
        migrationBuilder.CreateTable(
            "Subscriptions",
            table => new
            {
                Id = table.Column<Guid>(),
                Topic = table.Column<int>(),
                TopicId = table.Column<Guid>(),
                Email = table.Column<string>(maxLength: 256),
                Language = table.Column<string>(maxLength: 2),
                Rhythm = table.Column<int>(),
                RequestedAt = table.Column<DateTime>(),
                ConfirmedAt = table.Column<DateTime>(nullable: true),
                ToldUpTo = table.Column<DateTime>(),
                NewsAt = table.Column<DateTime>(nullable: true),
                NextLetterFrom = table.Column<DateTime>(),
                Revision = table.Column<int>(),
            },
            constraints: table => table.PrimaryKey("PK_Subscriptions", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_Subscriptions_Topic_TopicId", "Subscriptions", ["Topic", "TopicId"]);
        migrationBuilder.CreateIndex("IX_Subscriptions_NewsAt", "Subscriptions", "NewsAt");
    }
}
