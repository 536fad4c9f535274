using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Respond.Feedback;

namespace Deliberation.Testing;

internal static partial class Given
{
    /// <summary>A feedback that waits to be read.</summary>
    public static Task<Receipt> FeedbackAsync(
        Product product,
        string text = "La page se ferme quand je dépose un document.",
        Part part = Part.Documents,
        Mark mark = Mark.Bad
    ) => product.SendAsync(new Give.Command(new Spoken(mark, part) { Text = text }));

    /// <summary>A feedback that anyone may read.</summary>
    public static async Task<Receipt> PublishedFeedbackAsync(
        Product product,
        string text = "La page se ferme quand je dépose un document.",
        Part part = Part.Documents,
        Mark mark = Mark.Bad
    )
    {
        var receipt = await FeedbackAsync(product, text, part, mark);
        await product.SendAsync(new Publish.Command(receipt.Number, Guid.NewGuid()));
        return receipt;
    }

    /// <summary>A public feedback that this body has to answer.</summary>
    public static async Task<Receipt> PassedOnFeedbackAsync(Product product, Guid bodyId)
    {
        var receipt = await PublishedFeedbackAsync(product);
        await product.SendAsync(new PassOn.Command(receipt.Number, bodyId, Guid.NewGuid()));
        return receipt;
    }
}
