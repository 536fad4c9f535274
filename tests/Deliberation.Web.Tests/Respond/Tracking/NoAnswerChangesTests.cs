using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Tests.Architecture;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Deliberation.Web.Tests.Respond.Tracking;

/// <summary>An answer, once given, is followed by others: no path of the code changes it or takes it away.</summary>
public sealed class NoAnswerChangesTests(Product product) : IClassFixture<Product>
{
    private static readonly string[] WritesInBulk =
    [
        "ExecuteUpdate",
        "ExecuteDelete",
        "ExecuteSql",
        "FromSql",
        "SqlQuery",
    ];

    [Fact]
    public async Task Every_word_of_an_answer_is_refused_once_changed()
    {
        var changeable = await product.ReadAsync(db =>
            Task.FromResult(
                Answer(db)
                    .GetProperties()
                    .Where(property =>
                        !property.IsPrimaryKey()
                        && property.GetAfterSaveBehavior() != PropertySaveBehavior.Throw
                    )
                    .Select(property => property.Name)
                    .ToList()
            )
        );

        Nothing.In(changeable);
    }

    [Fact]
    public async Task Nothing_that_an_answer_hangs_from_takes_it_away_when_removed()
    {
        var cascades = await product.ReadAsync(db =>
            Task.FromResult(
                Answer(db)
                    .GetForeignKeys()
                    .Where(key => key.DeleteBehavior != DeleteBehavior.Restrict)
                    .Select(key => key.PrincipalEntityType.DisplayName())
                    .ToList()
            )
        );

        Nothing.In(cascades);
    }

    [Fact]
    public void An_answer_has_no_verb_and_no_setter_for_others()
    {
        var open = typeof(TreatmentUpdate)
            .GetProperties()
            .Where(property => property.SetMethod is { IsPrivate: false })
            .Select(property => property.Name);

        Nothing.In(open);
    }

    [Fact]
    public void No_statement_in_bulk_goes_round_the_model_to_the_answers()
    {
        var suspects =
            from file in Sources.Files("src/Deliberation.Web", ".cs")
            where !file.Contains("Migrations", StringComparison.Ordinal)
            let code = Sources.Code(file)
            where code.Contains("TreatmentUpdate", StringComparison.Ordinal)
            from write in WritesInBulk
            where code.Contains(write, StringComparison.Ordinal)
            select $"{Sources.Relative(file)}: {write}";

        Nothing.In(suspects);
    }

    private static IEntityType Answer(DbContext db) => db.Model.FindEntityType(typeof(TreatmentUpdate))!;
}
