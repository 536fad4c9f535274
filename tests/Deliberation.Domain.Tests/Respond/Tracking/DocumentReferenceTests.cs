using Deliberation.Domain.Respond.Tracking;
using static Deliberation.Domain.Tests.Respond.Tracking.AnsweredProposition;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class DocumentReferenceTests
{
    [Fact]
    public void Each_line_is_a_title_then_an_address()
    {
        var read = DocumentReference.Read(
            "Étude de coût : https://example.org/etude.pdf\r\n\n  Bilan 2025, https://example.org/b  ",
            out var refused
        );

        Assert.Null(refused);
        Assert.Equal(
            [
                new DocumentReference("Étude de coût", "https://example.org/etude.pdf"),
                new DocumentReference("Bilan 2025", "https://example.org/b"),
            ],
            read
        );
    }

    [Theory]
    [InlineData("https://example.org/sans-titre")]
    [InlineData("Un titre sans adresse")]
    [InlineData("Un titre http://example.org/en-clair")]
    [InlineData("Un titre javascript:alert(1)")]
    [InlineData("Un titre https://quelquun:secret@example.org/")]
    [InlineData("Un titre https://example.org/ puis des mots")]
    public void What_cannot_be_followed_is_named(string line)
    {
        DocumentReference.Read($"Étude https://example.org/etude\n{line}", out var refused);

        Assert.Equal(line, refused);
    }

    [Theory]
    [InlineData(8, true)]
    [InlineData(9, false)]
    public void A_document_has_a_title_and_an_address_and_they_are_eight_at_most(int count, bool isTaken)
    {
        var treatment = Open();
        var answer = Given() with
        {
            Documents = string.Join(
                '\n',
                Enumerable.Range(1, count).Select(rank => $"Annexe {rank} https://example.org/{rank}")
            ),
        };

        if (isTaken)
        {
            Answer(treatment, answer);
            Assert.Equal(answer.Documents, treatment.Latest?.Documents);
        }
        else
        {
            RuleAssert.Breaks(TrackingRules.ADocumentHasATitleAndAnAddress, () => Answer(treatment, answer));
        }
    }
}
