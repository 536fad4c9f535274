using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Instruction;

public sealed class AnswerTemplateTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "La proposition est étudiée.")]
    [InlineData("À l’étude", "Oui.")]
    [InlineData(null, null)]
    public void A_template_has_a_title_and_a_text(string? title, string? text) =>
        RuleAssert.Breaks(InstructionRules.ATemplateHasATitleAndAText, () => Write(new(title, text)));

    [Fact]
    public void A_body_keeps_some_templates_and_not_any_number() =>
        RuleAssert.Breaks(
            InstructionRules.ABodyKeepsSomeTemplates,
            () => Write(new("À l’étude", "La proposition est étudiée."), AnswerTemplate.Most)
        );

    [Fact]
    public void A_refused_change_leaves_the_words_as_they_were()
    {
        var template = Write(new("À l’étude", "La proposition est étudiée."));

        Assert.Throws<RuleBroken>(() => template.Write(new("Autre", "Non.")));

        Assert.Equal("À l’étude", template.Title);
    }

    [Fact]
    public void Each_blank_of_a_template_is_filled_in_before_an_answer_is_given() =>
        RuleAssert.Breaks(InstructionRules.ABlankIsFilledIn, () => Answer(importedFrom: null));

    [Fact]
    public void Words_taken_from_elsewhere_may_be_cut() =>
        Assert.Single(Answer(importedFrom: "Le tableau du ministère, janvier 2022").Updates);

    private static AnswerTemplate Write(TemplateWords words, int known = 0) =>
        AnswerTemplate.Write(Guid.CreateVersion7(), Guid.CreateVersion7(), words, known);

    private static Treatment Answer(string? importedFrom)
    {
        var ministry = new Body(Guid.CreateVersion7(), "dns", "Délégation", IsFictional: true);
        var treatment = Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé remise au guichet", "acces"),
            new(ministry, null, ""),
            Now
        );
        treatment.Answer(
            new()
            {
                Key = Guid.CreateVersion7(),
                Status = "in-progress-short",
                Reason = "La proposition est étudiée depuis le […].",
                Function = "Bureau des usagers",
                ImportedFrom = importedFrom,
            },
            ministry,
            StatusScheme.Default,
            Now
        );
        return treatment;
    }
}
