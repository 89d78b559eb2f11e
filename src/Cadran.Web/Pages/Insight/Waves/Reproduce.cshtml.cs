using System.Text;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Charts;
using Cadran.Web.Files;
using Cadran.Web.Words;
using Microsoft.AspNetCore.Mvc;

namespace Cadran.Web.Pages.Insight;

/// <summary>
/// How to get the same digits elsewhere: the data and a script for R. Answers person by person only for those who run the collection;
/// everybody else who reads results gets counts.
/// </summary>
public sealed class WavesReproduceModel(CadranDb db, Access access, WaveAnalyses results, ResponseTables tables, NumberText text) : WavePage(db, access, results, text)
{
    [BindProperty(SupportsGet = true, Name = "chart")]
    public string Key { get; set; } = "";

    public ChartTable Shown { get; private set; } = null!;
    public string Script { get; private set; } = "";
    public bool PersonByPerson { get; private set; }

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
        var rows = PersonByPerson ? ReproduceData.People(await tables.GetAsync(Id, ct), Results, By) : ReproduceData.Counts(Results);
        return CsvDownload.Of(rows, "data.csv");
    }

    private async Task PrepareAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Shown = Figure(Key);
        PersonByPerson = Access.Can(Right.RunCollection, Service.OrganisationId);
        Script = PersonByPerson ? ReproduceScript.People(Results, By) : ReproduceScript.Counts(Results);
    }
}
