namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Moves one change over another that was made to the same text.</summary>
/// <remarks>Follows <c>mapSet</c> of @codemirror/state step by step: the browser runs the same algorithm.</remarks>
internal sealed class ChangeMapping(TextChange mine, TextChange other, bool before)
{
    private readonly SectionCursor a = new(mine);
    private readonly SectionCursor b = new(other);
    private readonly SectionList moved = new();
    private int placed = -1;

    public TextChange Run()
    {
        while (!a.IsDone || !b.IsDone)
        {
            if (a.IsKept && b.IsKept)
            {
                KeepCommonPart();
            }
            else if (b.IsChange && OtherComesFirst())
            {
                StepOverOther();
            }
            else
            {
                PlaceMine();
            }
        }

        return moved.ToChange();
    }

    private bool OtherComesFirst() =>
        !a.IsChange
        || placed == a.Index
        || (a.Offset == 0 && (b.Length < a.Length || (b.Length == a.Length && !before)));

    private void KeepCommonPart()
    {
        var length = Math.Min(a.Length, b.Length);
        moved.Add(length, null);
        a.Forward(length);
        b.Forward(length);
    }

    private void StepOverOther()
    {
        moved.Add(b.Inserted!.Length, null); // only called on a change, which always has words, even none
        for (var left = b.Length; left > 0; )
        {
            var piece = Math.Min(a.Length, left);
            if (a.IsChange && placed < a.Index && a.Length <= piece)
            {
                moved.Add(0, a.Inserted);
                placed = a.Index;
            }

            a.Forward(piece);
            left -= piece;
        }

        b.Next();
    }

    private void PlaceMine()
    {
        var (covered, left) = UpToNextWordsOfOther();

        moved.Add(covered, placed < a.Index ? a.Inserted : "");
        placed = a.Index;
        a.Forward(a.Length - left);
    }

    private (int Covered, int Left) UpToNextWordsOfOther()
    {
        var (covered, left) = (0, a.Length);
        while (left > 0 && (b.IsKept || (b.Inserted == "" && b.Length < left)))
        {
            if (b.IsKept)
            {
                var piece = Math.Min(left, b.Length);
                covered += piece;
                left -= piece;
                b.Forward(piece);
            }
            else
            {
                left -= b.Length;
                b.Next();
            }
        }

        return (covered, left);
    }
}
