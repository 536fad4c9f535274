namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>A word that makes a subject: several of its feedbacks say it.</summary>
/// <param name="Stem">What words of its family share.</param>
/// <param name="Surface">Its form that the feedbacks write most.</param>
/// <param name="Saying">How many of the feedbacks read say it.</param>
/// <param name="Weight">What it counts for in telling the subject from others.</param>
public sealed record SubjectWord(string Stem, string Surface, int Saying, double Weight);
