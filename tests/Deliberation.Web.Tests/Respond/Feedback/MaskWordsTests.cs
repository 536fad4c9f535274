using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Web.Features.Respond.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class MaskWordsTests
{
    [Fact]
    public void Every_mention_the_detector_writes_is_known_to_the_screens()
    {
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            foreach (var certainty in Enum.GetValues<Certainty>())
            {
                var mention = PersonalData.Placeholder(kind, certainty);

                Assert.Equal(mention, kind.French(certainty));
                Assert.True(MaskWords.Are(mention));
                Assert.Equal(certainty == Certainty.Likely, MaskWords.AreDoubtful(mention));
            }
        }
    }
}
