using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Domain.Tests.Respond.Feedback.Masking;

public sealed class CorpusTests
{
    private static readonly IReadOnlyList<LabelledSentence> Sentences = LabelledSentence.Known();
    private static readonly IReadOnlyList<LabelledSentence> HeldOut = LabelledSentence.HeldOut();

    [Fact]
    public void The_corpus_is_large_and_holds_every_kind()
    {
        Assert.True(Sentences.Count >= 300, $"{Sentences.Count} sentences");
        Assert.True(Sentences.Count(sentence => sentence.Spans.Count == 0) >= 100);
        foreach (var kind in Enum.GetValues<PersonalDataKind>())
        {
            var labelled = Sentences.Sum(sentence => sentence.Spans.Count(span => span.Kind == kind));
            Assert.True(labelled >= 10, $"{kind}: {labelled}");
        }
    }

    [Theory]
    [InlineData(PersonalDataKind.SocialSecurityNumber, 0.97, 0.97)]
    [InlineData(PersonalDataKind.ProfessionalNumber, 0.95, 0.90)]
    [InlineData(PersonalDataKind.Phone, 0.97, 0.95)]
    [InlineData(PersonalDataKind.Email, 0.97, 0.97)]
    [InlineData(PersonalDataKind.BankAccount, 0.97, 0.97)]
    [InlineData(PersonalDataKind.BirthDate, 0.92, 0.95)]
    [InlineData(PersonalDataKind.PostalAddress, 0.90, 0.90)]
    [InlineData(PersonalDataKind.PersonName, 0.90, 0.90)]
    public void The_detector_keeps_its_floors(PersonalDataKind kind, double recall, double precision)
    {
        var measure = Measure.Of(kind.ToString(), Sentences, kind);

        Assert.True(measure.Recall >= recall, $"recall {measure.Recall:0.000}");
        Assert.True(measure.Hidden >= recall - 0.03, $"hidden {measure.Hidden:0.000}");
        Assert.True(measure.Precision >= precision, $"precision {measure.Precision:0.000}");
    }

    [Fact]
    public void Sentences_it_was_not_set_on_have_a_floor_too()
    {
        var measure = Measure.Of("held out", HeldOut, kind: null);

        Assert.True(HeldOut.Count >= 50);
        Assert.True(measure.Hidden >= 0.90, $"hidden {measure.Hidden:0.000}");
        Assert.True(measure.Precision >= 0.90, $"precision {measure.Precision:0.000}");
    }

    [Fact]
    public void The_report_in_the_documentation_says_what_the_detector_does()
    {
        var report = CorpusReport.Write(Sentences, HeldOut);
        var path = RepositoryFile.Path(CorpusReport.File);
        if (Environment.GetEnvironmentVariable("MASKING_REPORT") == "renew")
        {
            File.WriteAllText(path, report);
        }

        var kept = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(kept == report, $"{CorpusReport.File} is old: run this test with MASKING_REPORT=renew.");
    }

    [Fact]
    public void Every_sentence_is_masked_once_for_all_and_nothing_certain_is_left()
    {
        foreach (var sentence in Sentences.Concat(HeldOut))
        {
            var masked = PersonalData.Mask(sentence.Text);

            Assert.Equal(masked, PersonalData.Mask(masked));
            Assert.Empty(PersonalData.Find(masked));
        }
    }
}
