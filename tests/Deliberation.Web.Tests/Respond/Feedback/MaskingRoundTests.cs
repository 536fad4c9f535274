using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class MaskingRoundTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task What_an_older_detector_let_through_is_shown_nowhere_then_kept_nowhere()
    {
        var receipt = await Given.PublishedFeedbackAsync(product, "Voici mon histoire.");
        await LetThroughAsync(receipt.Number, "Rappelez le 06 39 98 12 34, merci.");
        var anyone = product.Browse();

        foreach (
            var address in new[]
            {
                $"/retours/{receipt.Number}",
                $"/retours/{receipt.Number}.json",
                "/retours",
                "/donnees/retours.csv",
                "/donnees/retours.json",
            }
        )
        {
            var page = await anyone.GoAsync(address);
            Assert.DoesNotContain("39 98", page.Text, StringComparison.Ordinal);
            Assert.Contains("Rappelez le [", page.Text.Replace("<mark>", ""), StringComparison.Ordinal);
        }

        await product.Services.GetRequiredService<MaskingRound>().ReadSomeAgainAsync(CancellationToken.None);

        var kept = await product.ReadAsync(db =>
            db.Set<UserFeedback>().AsNoTracking().FirstAsync(feedback => feedback.Number == receipt.Number)
        );
        Assert.Equal("Rappelez le [numéro de téléphone masqué], merci.", kept.Answers.Text.Value);
        Assert.DoesNotContain("39 98", kept.Keywords, StringComparison.Ordinal);
        Assert.Equal(PersonalData.Version, kept.MaskedBy);
    }

    private Task<int> LetThroughAsync(string number, string text)
    {
        var words = MaskedText.AsKept(text);
        return product.ReadAsync(db =>
            db.Set<UserFeedback>()
                .Where(feedback => feedback.Number == number)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(feedback => feedback.Answers.Text, words)
                        .SetProperty(feedback => feedback.MaskedBy, 1)
                )
        );
    }
}
