using Cadran.Csv;
using Cadran.People;

namespace Cadran.Catalogue;

/// <summary>Reads a row of the services file.</summary>
internal static class ServiceCells
{
    public static ServiceRow Row(CsvRow row, InventoryCells cells)
    {
        string code = cells.Need(row, "service_id", Service.CodeMaxLength);
        string owner = cells.Need(row, "owner_org", Organisation.CodeMaxLength);
        LocalText name = cells.NeedBoth(row, "service_name", LocalText.MaxLength);
        return new ServiceRow(row.Number, row.Line, [code], cells.Need(row, "fiscal_yr", 20), owner, OwnerName(row, cells, owner),
            name, cells.Both(row, "service_description"), Profile(row, cells), Volumes(row, cells));
    }

    // "English | Français", or one name for both.
    private static LocalText OwnerName(CsvRow row, InventoryCells cells, string code)
    {
        string[] title = (cells.Optional(row, "owner_org_title") ?? code).Split(" | ", 2);
        return new LocalText(title[0], title[^1]);
    }

    private static ServiceProfile Profile(CsvRow row, InventoryCells cells)
    {
        LocalText address = cells.Both(row, "service_uri");
        foreach (string language in (string[])["en", "fr"])
            if (address.Exactly(language) is { Length: > 0 } given && !WebAddress.IsSafe(given))
                cells.Find(row, "unsafe-address", "service_uri_" + language);
        return new ServiceProfile
        {
            Types = cells.Codes(row, "service_type", Inventory.ServiceTypes),
            Scopes = cells.Codes(row, "service_scope", Inventory.Scopes),
            ClientGroups = cells.Codes(row, "client_target_groups", Inventory.ClientGroups),
            FeedbackChannels = cells.Codes(row, "client_feedback_channel", Inventory.FeedbackChannels),
            Recipients = cells.Codes(row, "service_recipient_type", Inventory.Recipients),
            Fee = cells.Optional(row, "service_fee"),
            OnlinePoints = OnlinePoints(row, cells),
            LastReview = cells.Optional(row, "last_service_review"),
            LastImprovement = cells.Optional(row, "last_service_improvement"),
            BusinessNumberUse = cells.Optional(row, "cra_bn_identifier_usage"),
            Remarks = cells.Both(row, "special_remarks"),
            Address = address,
        };
    }

    private static Dictionary<string, string> OnlinePoints(CsvRow row, InventoryCells cells)
    {
        var points = new Dictionary<string, string>();
        foreach ((string column, string point) in Inventory.OnlinePoints)
            if (cells.Optional(row, column) is { } value) points[point] = value;
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
}
