using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Web.Features.Respond.Feedback;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class MaskingWarmUpTests
{
    [Fact]
    public void The_text_looked_at_first_holds_one_thing_of_each_kind()
    {
        var found = PersonalData.Find(MaskingWarmUp.Sample).Select(span => span.Kind).Distinct().Order();

        Assert.Equal(Enum.GetValues<PersonalDataKind>().Order(), found);
    }
}
