namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Makes one change of two that follow each other.</summary>
/// <remarks>Follows <c>composeSets</c> of @codemirror/state step by step.</remarks>
internal sealed class ChangeComposition(TextChange first, TextChange second)
{
    private readonly SectionCursor a = new(first);
    private readonly SectionCursor b = new(second);
    private readonly SectionList composed = new();

    // True while the section last written is not finished, so that what follows joins it.
    private bool open;

    public TextChange Run()
    {
        while (!a.IsDone || !b.IsDone)
        {
            if (a.Inserted == "")
            {
                composed.Add(a.Length, "", open);
                a.Next();
            }
            else if (b.Length == 0 && !b.IsDone)
            {
                composed.Add(0, b.Inserted, open);
                b.Next();
            }
            else
            {
                ComposePiece();
            }
        }

        return composed.ToChange();
    }

    private void ComposePiece()
    {
        var length = Math.Min(a.NewLength, b.Length);
        var count = composed.Count;
        var (covered, inserted) = Piece(length);
        composed.Add(covered, inserted, open);

        var goesOn = (a.IsChange && a.NewLength > length) || (b.IsChange && b.Length > length);
        open = goesOn && (open || composed.Count > count);
        a.ForwardInNew(length);
        b.Forward(length);
    }

    private (int Covered, string? Inserted) Piece(int length)
    {
        var replacement = b.Offset > 0 && b.IsChange ? "" : b.Inserted;
        var covered = a.Offset > 0 ? 0 : a.Length;

        return (a.IsKept, b.IsKept) switch
        {
            (true, _) => (length, replacement),
            (false, true) => (covered, a.Words(length)),
            (false, false) => (covered, replacement),
        };
    }
}
