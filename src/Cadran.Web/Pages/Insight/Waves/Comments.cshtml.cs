using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Pages.Shared;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Insight;

/// <summary>The comments of a wave, as they were confirmed by those who wrote them, personal data masked.</summary>
public sealed class WavesCommentsModel(CadranDb db, Access access, WaveAnalyses results, QuestionResults questions, WaveComments comments,
    NumberText text, IStringLocalizer<Text> words) : WavePage(db, access, results, questions, text)
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    /// <summary>What came into the register from what was written; null where nothing is shown.</summary>
    public RaisedEntries? Raised { get; private set; }
    public IReadOnlyList<WaveComment> Listed { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Total = await comments.CountAsync(Id, ct);
        P = Math.Clamp(P, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Listed = await comments.PageAsync(Id, P, PageSize, ct);
        if (Listed.Count == 0) return;
        Raised = await new EntryOrigins(Db, words).FromAsync(SourceKind.Comment, Id, Shown.Service.Id,
            Access.Can(Right.Improve, Shown.Service.OrganisationId), ct);
        await Db.Because("comments.read").TellReadAsync(nameof(Wave), Id, new Dictionary<string, string> { ["Page"] = $"{P}" }, ct);
    }

    public LocalText Question(string code) => Shown.Analysis.Content.Find(code)?.Text ?? LocalText.Empty;
}
