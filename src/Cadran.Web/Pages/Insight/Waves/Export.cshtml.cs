using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Insight;

/// <summary>The files one may have of a wave, each with what is in it.</summary>
public sealed class WavesExportModel(CadranDb db, Access access, WaveAnalyses results, QuestionResults questions, NumberText text)
    : WavePage(db, access, results, questions, text)
{
    public string Language { get; private set; } = "";
    public string Separator { get; } = Localization.Language == "fr" ? "semicolon" : "comma";
    public string Decimal { get; } = Localization.Language == "fr" ? "comma" : "point";
    public string Values { get; } = "codes";

    public WaveFileSubject Subject =>
        field ??= new(Shown.Wave, Shown.Service, Shown.Analysis, Shown.Questions, Access);

    /// <summary>Answers person by person wait for the wave to close and for its figures to hold them all.</summary>
    public bool PeopleWait =>
        Shown.Analysis is not { Suppressed: null, Scores: { IsOpen: false } scores } || scores.Received != scores.Responses;

    public IReadOnlyList<SelectListItem> Languages =>
        [.. Shown.Analysis.Content.Languages.Select(l => new SelectListItem(Words.T.LanguageName(l), l))];

    public IReadOnlyList<SelectListItem> Separators =>
        [new(Words.T["Comma"], "comma"), new(Words.T["Semicolon"], "semicolon"), new(Words.T["Tab"], "tab")];

    public IReadOnlyList<SelectListItem> Decimals => [new(Words.T["Point (0.5)"], "point"), new(Words.T["Comma (0,5)"], "comma")];

    public IReadOnlyList<SelectListItem> Forms => [new(Words.T["Codes"], "codes"), new(Words.T["Words"], "labels")];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Language = Shown.Analysis.Content.ShownIn(Localization.Language);
    }
}
