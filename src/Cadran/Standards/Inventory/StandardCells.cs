using Cadran.Catalogue;
using Cadran.Csv;

namespace Cadran.Standards;

/// <summary>Reads a row of the standards file.</summary>
internal static class StandardCells
{
    public static StandardRow Row(CsvRow row, InventoryCells cells)
    {
        LocalText text = cells.NeedBoth(row, "service_standard");
        StandardTarget? target = Target(row, cells);
        string met = cells.Get(row, "target_met");
        cells.Know(row, "target_met", met, OutcomeCode.All);
        return new StandardRow(row.Number, row.Line,
            [cells.Need(row, "service_id", Service.CodeMaxLength), cells.Need(row, "service_standard_id", ServiceStandard.CodeMaxLength)],
            cells.Need(row, "fiscal_yr", 20), cells.Get(row, "owner_org"), text,
            One(row, cells, "type", ServiceStandard.TypeMaxLength, ServiceStandard.Types),
            One(row, cells, "channel", ServiceStandard.ChannelMaxLength, Catalogue.Inventory.ContactChannels),
            new StandardFigures(target, cells.Count(row, "volume_meeting_target"), cells.Count(row, "total_volume"), OutcomeCode.Read(met)),
            cells.Both(row, "comments"));
    }

    private static StandardTarget? Target(CsvRow row, InventoryCells cells)
    {
        if (cells.Optional(row, "target") is not { } written) return null;
        if (StandardTarget.TryRead(written, out StandardTarget target, out TargetFault fault)) return target;
        if (fault == TargetFault.TooLong)
            cells.Find(row, "target-too-long", "target", ShortText.Of(written), InventoryCells.Written(StandardTarget.MostDigits));
        else cells.Find(row, "target-not-a-number", "target", ShortText.Of(written));
        return null;
    }

    private static string One(CsvRow row, InventoryCells cells, string column, int maxLength, IReadOnlyList<string> known)
    {
        string code = cells.Need(row, column, maxLength);
        cells.Know(row, column, code, known);
        return code;
    }
}
