using System.ComponentModel.DataAnnotations;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Style;

/// <summary>Every component on one page, for those who work on the product; absent in production.</summary>
[AllowAnonymous]
internal sealed class Index(IHostEnvironment environment) : PageModel
{
    public static readonly IReadOnlyList<Choice> Judgements =
    [
        new("Satisfaisante", "yes", "La réponse reprend l’esprit de la proposition."),
        new("Partielle", "partly", "Une partie seulement est reprise."),
        new("Insuffisante", "no"),
    ];

    public static readonly IReadOnlyList<Choice> Themes = [new("Données", "data"), new("Accès", "access")];

    public static readonly IReadOnlyList<Bar> Bars =
    [
        new("Prise en compte", 21, "Delivered"),
        new("Prise en compte, amélioration prévue", 12, "PartlyDelivered"),
        new("En cours, court terme", 14, "InProgress"),
        new("À l’étude", 11, "UnderReview"),
        new("Non retenue", 6, "Declined"),
    ];

    [BindProperty]
    public Command Data { get; set; } =
        new("", null, "Alerter par SMS quand un document arrive.", "data", "partly", true, null);

    public IActionResult OnGet() => Shown();

    public IActionResult OnPost() => Shown();

    private IActionResult Shown() => environment.IsDevelopment() ? Page() : NotFound();

    public sealed record Command(
        [Required(ErrorMessage = "Donnez un titre à la proposition.")] string Title,
        [EmailAddress(ErrorMessage = "Cette adresse n’est pas complète : il manque peut-être « @ ».")]
            string? Email,
        [Required(ErrorMessage = "Écrivez la proposition.")] string Body,
        string Theme,
        string Judgement,
        bool Agreed,
        DateOnly? Day
    );
}
