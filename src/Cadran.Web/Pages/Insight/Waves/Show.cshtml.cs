using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Files;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cadran.Web.Pages.Insight;

/// <summary>What one wave says: scores, answers, drivers, thresholds, priorities; each figure a table, its drawing, its CSV.</summary>
public sealed class WavesShowModel(CadranDb db, Access access, WaveAnalyses results, QuestionResults questions, WaveComments comments,
    NumberText text) : WavePage(db, access, results, questions, text)
{
    public Wave? Earlier { get; private set; }

    public bool MayWeigh => Access.Can(Right.RunCollection, Shown.Service.OrganisationId);

    public bool AsksComments => Shown.Analysis.Content.Questions.Any(q => q.Kind.IsText || q.Options.Any(o => o.TakesText));

    /// <summary>Comments, or null when there are none or too few to say how many.</summary>
    public int? Comments { get; private set; }
    /// <summary>What people are usually told apart by: channel, language and questions of one answer.</summary>
    public IReadOnlyList<(string By, string Name)> Switches { get; private set; } = [];

    /// <summary>What people could be told apart by, had they answered it, and differently.</summary>
    public IReadOnlyList<string> Undivided { get; private set; } = [];

    /// <summary>Ratings and options, by whose answers people can be divided too.</summary>
    public IReadOnlyList<SelectListItem> MoreSwitches { get; private set; } = [];

    /// <summary>People by channel, small ones withheld.</summary>
    public IReadOnlyList<(string Name, int? People)> Channels { get; private set; } = [];

    /// <summary>When people answered. A few answers are not dated either: the first day would be the day of one person.</summary>
    public string Days => (Shown.Analysis.Scores, Shown.Imported.AllUndated(Shown.Analysis.Scores.Received)) switch
    {
        (_, true) => Words.T["imported without dates"],
        ({ Received: 0 }, _) => Words.T["no answers yet"],
        ({ Suppressed: null, FirstDay: { } from, LastDay: { } to }, _) =>
            from == to ? Words.T["answers of {0}", from.Long()] : Words.T["answers from {0} to {1}", from.Long(), to.Long()],
        ({ Received: var n }, _) => Words.T.Plural("{0} response|{0} responses", n),
    };

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Earlier = (await SiblingsAsync(ct)).LastOrDefault(w => w.OpensOn < Shown.Wave.OpensOn);
        if (Shown.Analysis.Suppressed is not null) return;
        Comments = await comments.CountAsync(Id, ct) is > 0 and var count ? count : null;
        List<(string By, string Name)> usual = [("channel", Words.T["Channel"]), ("language", Words.T["Language"]),
            .. Shown.Analysis.Content.Questions.Where(q => q.Kind.Groups).Select(q => (q.Code, Words.By(q.Code, Shown.Analysis.Content)))];
        Switches = [.. usual.Where(s => s.By == By || Divides(s.By))];
        Undivided = [.. usual.Except(Switches).Select(s => s.Name)];
        MoreSwitches = [.. Splits.Of(Shown.Analysis.Content).Except(usual.Select(s => s.By)).Where(Divides)
            .Select(by => new SelectListItem(Words.By(by, Shown.Analysis.Content), by))];
        Channels = [.. Shown.Analysis.Scores.Channels.Select(c => (Words.Group("channel", c.Value, Shown.Analysis.Content), c.People))];
    }

    // By what is shown of everybody: a split into one group says what the page says already. What is withheld may divide.
    private bool Divides(string by)
    {
        if (by == "channel") return Shown.Analysis.Scores.Channels.Count > 1;
        if (by == "language") return Shown.Analysis.Content.Languages.Count > 1;
        return Shown.Questions.Find(by) is not { N: { } people } answers
            || (people > 0 && answers.Answers.Count(a => a.N is null or > 0) > 1);
    }

    public async Task<IActionResult> OnGetTableAsync(string figure, CancellationToken ct)
    {
        await LoadAsync(ct);
        return CsvDownload.Of(Chart(figure).Cells(Words.T["lower limit"], Words.T["upper limit"]), $"{Shown.Wave.Name}-{figure}.csv");
    }
}
