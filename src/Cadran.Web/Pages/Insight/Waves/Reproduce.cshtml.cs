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
/// who run
/// the collection; everybody else who reads results gets counts.
/// </summary>
public sealed class WavesReproduceModel(CadranDb db, Access access, WaveAnalyses results, PeopleFiles people, NumberText text)
    : WavePage(db, access, results, text)
{
    [BindProperty(SupportsGet = true, Name = "chart")]
    public string Key { get; set; } = "";

    public ChartTable Shown { get; private set; } = null!;
    public string Script { get; private set; } = "";
    public bool PersonByPerson { get; private set; }

    /// <summary>Groups are reproduced from their sums: a file of people with their groups would let several files be put
    /// together.</summary>
    public bool ByGroup => Key == "groups";

    public async Task OnGetAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
    }

    public async Task<IActionResult> OnGetScriptAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        return File(Encoding.UTF8.GetBytes(Script), "text/plain; charset=utf-8", $"{Key}.R");
    }

    public async Task<IActionResult> OnGetDataAsync(CancellationToken ct)
    {
        await PrepareAsync(ct);
        var rows = ByGroup ? ReproduceData.Groups(Results)
            : PersonByPerson && await people.ReadAsync(Access, Id, ct) is { } file ? ReproduceData.People(file)
                : ReproduceData.Counts(Results);
        return CsvDownload.Of(rows, "data.csv");
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Shown = Chart(Key);
        PersonByPerson = !ByGroup && Access.Can(Right.RunCollection, Service.OrganisationId)
            && Results.Scores is { IsOpen: false } scores && scores.Received == scores.Responses;
        Script = ByGroup ? ReproduceScript.Groups(Results)
            : PersonByPerson ? ReproduceScript.People(Results) : ReproduceScript.Counts(Results);
    }
}
