using Cadran.Collection;
using Cadran.Jobs;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Collection;

/// <summary>Says what each column of the file is. Saving starts the check.</summary>
public sealed class ImportColumnsModel(CadranDb db, Access access, ResponseUploads uploads, JobRunner jobs, IStringLocalizer<Text> text)
    : PageModel
{
    /// <summary>Above this many options in all the lists together, items are typed with suggestions instead of chosen from lists.</summary>
    private const int OptionsAtMost = 6000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Import { get; set; }

    [BindProperty]
    public ImportMapForm Input { get; set; } = new();

    public Wave Wave { get; private set; } = null!;
    public ResponseImport Found { get; private set; } = null!;
    public IReadOnlyList<ImportColumn> Columns { get; private set; } = [];
    public IReadOnlyList<(string Value, string Name)> Targets { get; private set; } = [];

    /// <summary>What the values beside the scales stand for as the map is, among the first rows.</summary>
    public IReadOnlyList<ImportCode> Codes => ImportCode.Among(Columns, Found.Map, content);
    public bool Resembles(string column, string? target) => target is not null && names.OnlyResembles(column, target);
    public bool Lists => Targets.Count * Columns.Count <= OptionsAtMost;
    private QuestionnaireContent content = null!;
    private ColumnNames names = null!;
    private Guid organisationId;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Input = ImportMapForm.From(Found.Map, Columns);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        Found.Remap(Input.ToMap(content, Columns));
        await db.Because("import.map").SaveChangesAsync(ct);
        Job job =
            await jobs.StartAsync<ImportResponsesJob>(db, access.Actor, organisationId,
                new ImportResponsesJob.Input(Id, Import, ImportMode.Check), ct);
        return Redirect(Routes.Jobs.Show(job.Id));
    }

    /// <summary>The map as the file that <c>cadran import responses --map</c> reads.</summary>
    public async Task<IActionResult> OnGetMapAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return File(System.Text.Encoding.UTF8.GetBytes(Found.Map.ToJson()), "application/json", "response-map.json");
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        (Wave, var service) = await db.FindWaveAsync(access, Id, Right.RunCollection, ct);
        organisationId = service.OrganisationId;
        Found = await db.ResponseImports.FirstOrDefaultAsync(i => i.Id == Import && i.WaveId == Id, ct)
            ?? throw new MissingException("The import");
        if (Found.CommittedAtUtc is not null || !uploads.Has(Import)) throw new MissingException("The file");
        content = await db.QuestionnaireVersions.AsNoTracking().Where(v => v.Id == Wave.VersionId).Select(v => v.Content).FirstAsync(ct);
        names = new ColumnNames(content);
        Columns = ImportColumns.Read(uploads.PathOf(Import));
        Targets =
        [
            .. content.Questions.Select(q => (q.Code, $"{q.Code}: {ShortText.Of(q.Text.In(Localization.Language))}")),
            ("@id", text["Id of the response"]), ("@weight", text["Weight"]), ("@stratum", text["Stratum"]), ("@cluster", text["Cluster"]),
            ("@population", text["Population of the stratum"]), ("@channel", text["Channel"]), ("@language", text["Language"]),
            ("@day", text["Day of the answer"]),
        ];
    }
}
