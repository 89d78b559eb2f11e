using Cadran.Catalogue;
using Cadran.Csv;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Standards;

/// <summary>The standards file of the inventory: standards of services and what was reached on them in a fiscal year.</summary>
public sealed class StandardsPart : InventoryPart
{
    /// <summary>Its <see cref="Name"/>.</summary>
    public const string FileName = "Standards";

    private const string Number = "service_standard_id";

    public override string Name => FileName;
    public override IReadOnlyList<string> NumberColumns { get; } = ["service_id", Number];
    public override IReadOnlyList<string> RequiredColumns { get; } =
    [
        "fiscal_yr", "service_id", Number, "service_standard_en", "service_standard_fr",
        "type", "channel", "target", "volume_meeting_target", "total_volume",
    ];
    public override IReadOnlyList<QualityRule> Rules => StandardRules.All;

    public override IReadOnlyDictionary<string, string> OlderNames { get; } = new Dictionary<string, string>
    {
        ["service_std_id"] = Number,
        ["service_std_en"] = "service_standard_en",
        ["service_std_fr"] = "service_standard_fr",
        ["service_std_type"] = "type",
        ["service_std_target"] = "target",
        ["standard_comment_en"] = "comments_en",
        ["standard_comment_fr"] = "comments_fr",
    };

    internal override bool CountsPerDepartment(Func<string, bool> has) => StandardCells.Quarters.All(q => has(q.Total));

    /// <summary>A file that counts by quarter has no yearly counts, and its standards have no channel.</summary>
    internal override IReadOnlySet<string> AbsentInOlder { get; } =
        new HashSet<string> { "channel", "volume_meeting_target", "total_volume" };

    internal override RuleViolationException GivenTwice() =>
        new RuleViolationException("catalogue.same-file-twice", "Two standards files were given: import one after the other.", "Files");

    internal override InventoryRow Read(CsvRow row, InventoryCells cells) => StandardCells.Row(row, cells);

    internal override async Task ApplyAsync(ImportPortion portion, IReadOnlyList<InventoryRow> rows, CancellationToken ct)
    {
        List<StandardRow> all = [.. rows.Cast<StandardRow>()];
        if (all.Count == 0) return;
        List<Guid> services = [.. portion.Services.Values.Select(s => s.Id)];
        var standards = await portion.Db.ServiceStandards.Include(s => s.Results).Where(s => services.Contains(s.ServiceId))
            .ToDictionaryAsync(s => (s.ServiceId, s.CodeKey), ct);
        // A new standard is called as the first row of the file calls it, whichever year that row is about.
        var written = all.GroupBy(r => (r.ServiceKey, r.Key)).ToDictionary(g => g.Key, g => g.First().Code);
        foreach (StandardRow row in all.OrderBy(r => r.FiscalYear, StringComparer.Ordinal))
        {
            if (ServiceOf(row, portion) is not { } service) continue;
            if (!standards.TryGetValue((service.Id, row.Key), out ServiceStandard? standard))
            {
                standard = ServiceStandard.Create(service.Id, written[(row.ServiceKey, row.Key)], row.Text, row.Type, row.Channel);
                portion.Db.Add(standards[(service.Id, row.Key)] = standard);
            }
            portion.Accept(this, row, standard.Id, Write(portion, standard, row));
            portion.FindWriting(this, row, "service_id", row.ServiceCode, service.Code);
            portion.FindWriting(this, row, Number, row.Code, standard.Code);
            DateOnly reportedOn = standard.ResultOf(row.FiscalYear)!.ReportedOn;
            foreach (Remark remark in StandardQuality.Of(row.Figures, reportedOn)) portion.Find(this, row, remark);
        }
        CompareWithServices(portion, all);
    }

    private Service? ServiceOf(StandardRow row, ImportPortion portion)
    {
        if (!portion.Services.TryGetValue(row.ServiceKey, out Service? service) || !portion.Owners.Holds(service.OrganisationId))
        {
            portion.Find(this, row, "standard-without-service", "service_id", row.ServiceCode);
            return null;
        }
        string owner = portion.Owners.CodeOf(service.OrganisationId);
        if (row.OwnerCode.Length == 0 || row.OwnerCode == owner) return service;
        portion.Find(this, row, "reused-service-id", "service_id", row.ServiceCode, owner, row.OwnerCode);
        return null;
    }

    // Results are added one by one: their keys are set, and found through their standard they would be taken for existing ones.
    private static List<object> Write(ImportPortion portion, ServiceStandard standard, StandardRow row)
    {
        var touched = new List<object>();
        if (standard.Describe(row.FiscalYear, row.Text, row.Type, row.Channel)) touched.Add(standard);
        StandardResult? result = standard.ResultOf(row.FiscalYear);
        DateOnly reportedOn = portion.Days.ReportedOn(row.FiscalYear);
        if (result is null)
            portion.Db.Add(result = StandardResult.Create(standard.Id, row.FiscalYear, row.Figures, reportedOn, row.Comment));
        else result.Report(row.Figures, reportedOn, row.Comment);
        if (portion.Days.PublishedOn is { } published) result.PublishedOn(published);
        touched.Add(result);
        return touched;
    }

    /// <summary>Whether a service counts itself what its standards count: said of the row of the service.</summary>
    private static void CompareWithServices(ImportPortion portion, List<StandardRow> all)
    {
        var cases = all.GroupBy(r => (r.ServiceKey, r.FiscalYear)).ToDictionary(g => g.Key, g => g.Sum(r => r.Figures.Total ?? 0));
        foreach ((InventoryPart part, ServiceRow row) in portion.Accepted<ServiceRow>())
            foreach (Remark remark in StandardQuality.OfService(row.Volumes, cases.GetValueOrDefault((row.ServiceKey, row.FiscalYear))))
                portion.Find(part, row, remark);
    }
}
