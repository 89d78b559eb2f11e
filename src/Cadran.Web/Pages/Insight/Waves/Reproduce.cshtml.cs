using System.Text;
using Cadran.Catalogue;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Charts;
using Cadran.Web.Files;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Cadran.Web.Pages.Insight;

/// <summary>
/// How to get the same digits elsewhere: the data and a script for R. Answers person by person, never with their groups, only for those
/// who run the collection; everybody else who reads results gets counts.
/// </summary>
public sealed class WavesReproduceModel(CadranDb db, Access access, WaveAnalyses results, QuestionResults questions, PeopleFiles people,
    NumberText text) : WavePage(db, access, results, questions, text)
{
    [BindProperty(SupportsGet = true, Name = "chart")]
    public string Key { get; set; } = "";

    public ChartTable Figure => Chart(Key) is { IsReproducible: true } figure ? figure : throw new MissingException("The figure");
    public string Script { get; private set; } = "";
    public bool PersonByPerson { get; private set; }

    /// <summary>
    /// Groups are reproduced from their sums: a file of people with their groups would let several files be put together.
    /// </summary>
    public bool ByGroup => Key == "groups";

    /// <summary>What is in the data.</summary>
    public string Data => (PersonByPerson, ByGroup) switch
    {
        (true, _) => Words.T[
            "Answers person by person in random order, without groups, dates, languages, comments or any number that leads to a person, " +
            "and without what this page withholds."],
        (_, true) => Words.T["Sums of the overall rating of each group that is shown."],
        _ => Words.T[
            "Counts of answers, without small cells. " +
            "Whoever runs the collection can download the answers person by person and reproduce the drivers too."],
    };

    public Task OnGetAsync(CancellationToken ct) => PrepareAsync(ct);

    public async Task<IActionResult> OnGetScriptAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        return File(Encoding.UTF8.GetBytes(Script), "text/plain; charset=utf-8", $"{Key}.R");
    }

    public async Task<IActionResult> OnGetDataAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var rows = ByGroup ? ReproduceData.Groups(Shown.Analysis)
            : PersonByPerson && await people.ReadAsync(Access, Id, ct) is { } file ? ReproduceData.People(file)
                : ReproduceData.Counts(Shown.Analysis);
        return CsvDownload.Of(rows, "data.csv");
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        // What the wave has no figure of has nothing to reproduce.
        _ = Figure;
        PersonByPerson = !ByGroup && Access.Can(Right.RunCollection, Shown.Service.OrganisationId)
            && Shown is { Weighting: null, Analysis.Scores: { IsOpen: false } scores } && scores.Received == scores.Responses;
        Script = ByGroup ? ReproduceScript.Groups(Shown.Analysis)
            : PersonByPerson ? ReproduceScript.People(Shown.Analysis) : ReproduceScript.Counts(Shown.Analysis);
    }
}
