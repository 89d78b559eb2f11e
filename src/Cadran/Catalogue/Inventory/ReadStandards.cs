using System.Globalization;
using Cadran.Csv;
using Cadran.Standards;

namespace Cadran.Catalogue;

/// <summary>Reads a service standards file of the inventory into rows and findings.</summary>
internal static class ReadStandards
{
    public static readonly IReadOnlyList<string> RequiredColumns =
        ["fiscal_yr", "service_id", "service_standard_id", "service_standard_en", "service_standard_fr", "type", "channel", "target", "volume_meeting_target", "total_volume"];

    public static (List<StandardRow> Rows, int Read) From(CsvReader csv, List<Finding> findings)
    {
        foreach (string column in RequiredColumns) csv.Column(column);
        var cells = new InventoryCells(csv, InventoryFile.Standards, findings);
        var rows = new List<StandardRow>();
        var seen = new Dictionary<(string, string, string), StandardRow>();
        int read = 0;
        foreach (CsvRow row in csv)
        {
            read++;
            cells.Start();
            cells.Subject = ShortText.Of($"{cells.Get(row, "service_id")} / {cells.Get(row, "service_standard_id")}");
            if (row.Problem is not null)
            {
                cells.Find(row, "ragged-row", "", row.Count.ToString(CultureInfo.InvariantCulture), csv.Header.Count.ToString(CultureInfo.InvariantCulture));
                continue;
            }
            StandardRow standard = Row(row, cells);
            if (!cells.Rejected && !seen.TryAdd((standard.ServiceKey, standard.Key, standard.FiscalYear), standard))
            {
                StandardRow first = seen[(standard.ServiceKey, standard.Key, standard.FiscalYear)];
                cells.FindWriting(row, "service_id", standard.ServiceCode, first.ServiceCode);
                cells.FindWriting(row, "service_standard_id", standard.Code, first.Code);
                cells.Find(row, "duplicate-row", "service_standard_id", first.Row.ToString(CultureInfo.InvariantCulture));
            }
            if (!cells.Rejected) rows.Add(standard);
        }
        return (rows, read);
    }

    private static StandardRow Row(CsvRow row, InventoryCells cells)
    {
        LocalText text = cells.Both(row, "service_standard");
        if (text.En.Length + text.Fr.Length == 0) cells.Find(row, "missing-value", "service_standard_en");
        string target = cells.Get(row, "target"), met = cells.Get(row, "target_met");
        if (target.Length > 0 && (target.Length > 40 || !decimal.TryParse(target, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
            cells.Find(row, "target-not-a-number", "target", ShortText.Of(target));
        if (met is not ("" or "Y" or "N" or "NA")) cells.Find(row, "unknown-code", "target_met", ShortText.Of(met));
        return new StandardRow(row.Number, row.Line, cells.Need(row, "service_id", Service.CodeMaxLength), cells.Need(row, "service_standard_id", ServiceStandard.CodeMaxLength),
            cells.Need(row, "fiscal_yr", 20), cells.Get(row, "owner_org"), text, One(row, cells, "type", Inventory.StandardTypes, 10), One(row, cells, "channel", Inventory.StandardChannels, 60),
            target.Length == 0 ? null : target, cells.Count(row, "volume_meeting_target"), cells.Count(row, "total_volume"), met is "Y" or "N" or "NA" ? met : null, cells.Both(row, "comments"));
    }

    private static string One(CsvRow row, InventoryCells cells, string column, IReadOnlyList<string> known, int maxLength)
    {
        string code = cells.Need(row, column, maxLength);
        if (code.Length > 0 && !known.Contains(code)) cells.Find(row, "unknown-code", column, ShortText.Of(code));
        return code;
    }
}
