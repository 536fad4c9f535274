using System.Linq.Expressions;
using Deliberation.Domain.Respond.Tracking;
using Microsoft.AspNetCore.Mvc;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What a reader narrows the tracker to; each part may be left out, and all of them add up.</summary>
internal sealed class TreatmentFilter
{
    /// <summary>The code that stands for “no answer yet”.</summary>
    public const string Unanswered = "sans-reponse";

    /// <summary>The code that stands for “no longer in the opinion”.</summary>
    public const string Withdrawn = "retiree-de-l-avis";

    /// <summary>The opinion's address or reference.</summary>
    [FromQuery(Name = "avis")]
    public string? Opinion { get; set; }

    [FromQuery(Name = "theme")]
    public string? Theme { get; set; }

    /// <summary>A status's code, <see cref="Unanswered"/> or <see cref="Withdrawn"/>.</summary>
    [FromQuery(Name = "statut")]
    public string? Status { get; set; }

    [FromQuery(Name = "categorie")]
    public StatusCategory? Category { get; set; }

    [FromQuery(Name = "organisme")]
    public string? Body { get; set; }

    [FromQuery(Name = "retard")]
    public bool? Late { get; set; }

    /// <summary>What stands behind “done”: a public document, or only the institution’s word.</summary>
    [FromQuery(Name = "preuve")]
    public Proof? Proof { get; set; }

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "tri")]
    public TreatmentOrder? Order { get; set; }

    /// <summary>The past day whose state is asked for.</summary>
    [FromQuery(Name = ShownDay.Key)]
    public string? On { get; set; }

    /// <summary>Whether it leaves nothing out.</summary>
    public bool IsWhole =>
        !Has(Opinion)
        && !Has(Theme)
        && !Has(Status)
        && !Has(Body)
        && Category is null
        && Late != true
        && Proof is null
        && !Words().Any();

    /// <summary>It asks how answers stand; what was withdrawn is counted apart, and is not among them.</summary>
    public bool AsksHowItStands =>
        (Has(Status) && Status != Withdrawn) || Category is not null || Late == true || Proof is not null;

    public IQueryable<TreatmentRow> Apply(IQueryable<TreatmentRow> rows, DateOnly day)
    {
        rows = Has(Opinion) ? rows.Where(row => row.OpinionSlug == Opinion || row.Opinion == Opinion) : rows;
        rows = Has(Theme) ? rows.Where(row => row.Theme == Theme) : rows;
        rows = Has(Body) ? rows.Where(row => row.Body == Body) : rows;
        rows = Category is { } category ? rows.Where(row => row.Category == category) : rows;
        rows = AsksHowItStands ? rows.Where(row => !row.IsWithdrawn) : rows;
        rows = Late == true ? rows.Where(row => row.ExpectedOn < day) : rows;
        rows = Proof is { } proof ? rows.Where(Proven(proof)) : rows;
        if (Has(Status))
        {
            rows = Status switch
            {
                Unanswered => rows.Where(row => row.Answers == 0),
                Withdrawn => rows.Where(row => row.IsWithdrawn),
                _ => rows.Where(row => row.Status == Status),
            };
        }

        foreach (var word in Words())
        {
            rows = rows.Where(row => row.Keywords.Contains(word));
        }

        return rows;
    }

    public IQueryable<TreatmentRow> Sort(IQueryable<TreatmentRow> rows) =>
        Order switch
        {
            TreatmentOrder.Attente => rows.OrderBy(row => row.ExpectedOn == null)
                .ThenBy(row => row.ExpectedOn)
                .ThenBy(row => row.Opinion)
                .ThenBy(row => row.Number),
            TreatmentOrder.Recent => rows.OrderBy(row => row.AnsweredAt == null)
                .ThenByDescending(row => row.AnsweredAt)
                .ThenBy(row => row.Opinion)
                .ThenBy(row => row.Number),
            TreatmentOrder.Statut => rows.OrderBy(row => row.StatusPosition == null)
                .ThenBy(row => row.StatusPosition)
                .ThenBy(row => row.Opinion)
                .ThenBy(row => row.Number),
            _ => rows.OrderBy(row => row.Opinion).ThenBy(row => row.Number),
        };

    // EvidenceLevels.Behind, in the database.
    private static Expression<Func<TreatmentRow, bool>> Proven(Proof proof) =>
        row =>
            (row.Category == StatusCategory.Delivered || row.Category == StatusCategory.PartlyDelivered)
            && row.EvidenceLink != null == (proof == Tracking.Proof.Confirmee);

    /// <summary>The words looked for, at most eight, without accents or capitals.</summary>
    public IEnumerable<string> Words() =>
        SearchableText
            .Of((Text ?? "")[..Math.Min(Text?.Length ?? 0, 200)])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Take(8);

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}

/// <summary>How what is said done is shown to be; the words stand in addresses.</summary>
internal enum Proof
{
    /// <summary>A public document shows it.</summary>
    Confirmee,

    /// <summary>The institution says so, without a public document.</summary>
    Declaree,
}

/// <summary>How the list is sorted; the words stand in addresses.</summary>
internal enum TreatmentOrder
{
    /// <summary>By opinion, then by number.</summary>
    Numero,

    /// <summary>The most overdue first.</summary>
    Attente,

    /// <summary>The latest answer first.</summary>
    Recent,

    /// <summary>In the order of the scale.</summary>
    Statut,
}
