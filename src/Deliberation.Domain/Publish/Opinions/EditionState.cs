namespace Deliberation.Domain.Publish.Opinions;

/// <summary>How far an edition has come.</summary>
public enum EditionState
{
    /// <summary>Assemblée: it can be read before it is published, and put together again.</summary>
    Assembled = 1,

    /// <summary>Publiée: it never changes again.</summary>
    Published = 2,
}
