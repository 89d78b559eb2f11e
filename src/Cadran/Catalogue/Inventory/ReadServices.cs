using System.Globalization;
using Cadran.Csv;

namespace Cadran.Catalogue;

/// <summary>Reads a services file of the inventory into rows and findings.</summary>
internal static class ReadServices
{
    public static readonly IReadOnlyList<string> RequiredColumns = ["fiscal_yr", "service_id", "service_name_en", "service_name_fr", "owner_org"];

    public static (List<ServiceRow> Rows, int Read) From(CsvReader csv, List<Finding> findings)
    {
        foreach (string column in RequiredColumns) csv.Column(column);
        var cells = new InventoryCells(csv, InventoryFile.Services, findings);
        var rows = new List<ServiceRow>();
        var seen = new Dictionary<(string, string), ServiceRow>();
        int read = 0;
        foreach (CsvRow row in csv)
        {
            read++;
            cells.Start();
            cells.Subject = ShortText.Of(cells.Get(row, "service_id"));
            if (row.Problem is not null)
            {
                cells.Find(row, "ragged-row", "", row.Count.ToString(CultureInfo.InvariantCulture), csv.Header.Count.ToString(CultureInfo.InvariantCulture));
                continue;
            }
            ServiceRow service = Row(row, cells);
            if (!cells.Rejected && !seen.TryAdd((service.Key, service.FiscalYear), service))
            {
                ServiceRow first = seen[(service.Key, service.FiscalYear)];
                cells.FindWriting(row, "service_id", service.Code, first.Code);
                cells.Find(row, "duplicate-row", "service_id", first.Row.ToString(CultureInfo.InvariantCulture));
            }
            if (!cells.Rejected) rows.Add(service);
        }
        return (rows, read);
    }

    private static ServiceRow Row(CsvRow row, InventoryCells cells)
    {
        string code = cells.Need(row, "service_id", Service.CodeMaxLength);
        string[] title = cells.Get(row, "owner_org_title").Split(" | ", 2);
        string owner = cells.Need(row, "owner_org", People.Organisation.CodeMaxLength);
        LocalText name = cells.Both(row, "service_name", LocalText.MaxLength);
        if (name.En.Length + name.Fr.Length == 0) cells.Find(row, "missing-value", "service_name_en");
        return new ServiceRow(row.Number, row.Line, code, cells.Need(row, "fiscal_yr", 20), owner,
            title[0].Length == 0 ? new LocalText(owner, owner) : new LocalText(title[0], title[^1]),
            name, cells.Both(row, "service_description"), Profile(row, cells), Volumes(row, cells));
    }

    private static ServiceProfile Profile(CsvRow row, InventoryCells cells)
    {
        LocalText address = cells.Both(row, "service_uri");
        foreach (string language in (string[])["en", "fr"])
            if (address.Exactly(language) is { Length: > 0 } given && !WebAddress.IsSafe(given)) cells.Find(row, "unsafe-address", "service_uri_" + language);
        return new ServiceProfile
        {
            Types = cells.Codes(row, "service_type", Inventory.ServiceTypes),
            Scopes = cells.Codes(row, "service_scope", Inventory.Scopes),
            ClientGroups = cells.Codes(row, "client_target_groups", Inventory.ClientGroups),
            FeedbackChannels = cells.Codes(row, "client_feedback_channel", Inventory.FeedbackChannels),
            Recipients = cells.Codes(row, "service_recipient_type", Inventory.Recipients),
            Fee = Blank(cells.Get(row, "service_fee")),
            OnlinePoints = OnlinePoints(row, cells),
            LastReview = Blank(cells.Get(row, "last_service_review")),
            LastImprovement = Blank(cells.Get(row, "last_service_improvement")),
            BusinessNumberUse = Blank(cells.Get(row, "cra_bn_identifier_usage")),
            Remarks = cells.Both(row, "special_remarks"),
            Address = address,
        };
    }

    private static Dictionary<string, string> OnlinePoints(CsvRow row, InventoryCells cells)
    {
        var points = new Dictionary<string, string>();
        foreach ((string column, string point) in Inventory.OnlinePoints)
            if (cells.Get(row, column) is { Length: > 0 } value) points[point] = value;
        return points;
    }

    private static List<ReportedVolume> Volumes(CsvRow row, InventoryCells cells)
    {
        var volumes = new List<ReportedVolume>(Inventory.Volumes.Count);
        foreach ((string column, string channel) in Inventory.Volumes)
        {
            switch (cells.Get(row, column))
            {
                case "": break;
                case "ND": volumes.Add(new(channel, Reported.NoData, null)); break;
                case "NA": volumes.Add(new(channel, Reported.NotApplicable, null)); break;
                default: if (cells.Count(row, column) is { } count) volumes.Add(new(channel, Reported.Value, count)); break;
            }
        }
        return volumes;
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
