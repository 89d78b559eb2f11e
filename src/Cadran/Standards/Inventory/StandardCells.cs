using Cadran.Catalogue;
using Cadran.Csv;

namespace Cadran.Standards;

/// <summary>Reads a row of the standards file.</summary>
internal static class StandardCells
{
    /// <summary>Counts by quarter of an older file: those that met the standard, and all.</summary>
    public static readonly IReadOnlyList<(string Meeting, string Total)> Quarters =
        [.. Enumerable.Range(1, 4).Select(q => ($"q{q}_performance_result", $"q{q}_business_volume"))];

    public static StandardRow Row(CsvRow row, InventoryCells cells)
    {
        LocalText text = cells.NeedBoth(row, "service_standard");
        StandardTarget? target = Target(row, cells);
        string met = cells.Get(row, "target_met");
        cells.Know(row, "target_met", met, OutcomeCode.All);
        return new StandardRow(row.Number, row.Line,
            [cells.Need(row, "service_id", Service.CodeMaxLength), cells.Need(row, "service_standard_id", ServiceStandard.CodeMaxLength)],
            cells.Need(row, "fiscal_yr", 20), cells.NamesDepartments ? "" : cells.Get(row, "owner_org"), text,
            One(row, cells, "type", ServiceStandard.TypeMaxLength, ServiceStandard.Types),
            One(row, cells, "channel", ServiceStandard.ChannelMaxLength, Catalogue.Inventory.ContactChannels),
            new StandardFigures(target, Volume(row, cells, "volume_meeting_target", q => q.Meeting),
                Volume(row, cells, "total_volume", q => q.Total), OutcomeCode.Read(met)),
            cells.Both(row, "comments"));
    }

    private static StandardTarget? Target(CsvRow row, InventoryCells cells)
    {
        if (cells.Optional(row, "target") is not { } written || written is "ND" or "NA") return null;
        if (StandardTarget.TryRead(written, out StandardTarget target, out TargetFault fault))
        {
            // Older files write 80 for 80 % and say so in a column of its own; what is no percentage there is no share either.
            if (!cells.Has("target_type") || written.Contains('%', StringComparison.Ordinal)) return target;
            if (cells.Get(row, "target_type") != "percentage") return null;
            if (target.Share is > 0 and < 1) cells.Find(row, "percent-or-share", "target", target.ToString());
            return new StandardTarget(target.Share / 100);
        }
        if (fault == TargetFault.TooLong)
            cells.Find(row, "target-too-long", "target", ShortText.Of(written), InventoryCells.Written(StandardTarget.MostDigits));
        else cells.Find(row, "target-not-a-number", "target", ShortText.Of(written));
        return null;
    }

    /// <summary>Of a year, or of the quarters that a file counts together.</summary>
    private static long? Volume(CsvRow row, InventoryCells cells, string column, Func<(string Meeting, string Total), string> quarter)
    {
        if (cells.Has(column) || !Quarters.All(q => cells.Has(quarter(q)))) return cells.CountIfKnown(row, column);
        long? sum = null;
        foreach (var one in Quarters)
            if (cells.CountIfKnown(row, quarter(one)) is { } count) sum = (sum ?? 0) + count;
        return sum;
    }

    private static string One(CsvRow row, InventoryCells cells, string column, int maxLength, IReadOnlyList<string> known)
    {
        if (cells.IsOlder) return Older(row, cells, column, maxLength);
        string code = cells.Need(row, column, maxLength);
        cells.Know(row, column, code, known);
        return code;
    }

    /// <summary>One code or several; a file that does not say the channel of its standards says NA as others do.</summary>
    private static string Older(CsvRow row, InventoryCells cells, string column, int maxLength) => cells.Has(column)
        ? string.Join(',', cells.Need(row, column, maxLength).Split(',', StringSplitOptions.TrimEntries).Select(OlderCodes.Of)) : "NA";
}
