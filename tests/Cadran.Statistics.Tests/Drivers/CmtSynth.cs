using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Wave 1 of cmt_synth.csv as driver data.</summary>
internal static class CmtSynth
{
    public static readonly string[] Drivers = ["timeliness", "knowledge", "courtesy", "fairness", "outcome"];

    public static DriverData Wave1(bool weights = true, bool strata = true, bool clusters = true, bool population = true)
    {
        var all = OracleTable.Read("cmt_synth.csv");
        var wave = all.Numbers("wave");
        var table = all.Where(i => wave[i] == 1);
        return new DriverData
        {
            Overall = Codes(table, "overall"),
            Drivers = [.. Drivers.Select(d => (ReadOnlyMemory<sbyte>)Codes(table, d))],
            Weights = weights ? table.Numbers("w") : default,
            Strata = strata ? Array.ConvertAll(table.Numbers("region"), v => (int)v) : default(ReadOnlyMemory<int>),
            Clusters = clusters ? Array.ConvertAll(table.Numbers("office"), v => (int)v) : default(ReadOnlyMemory<int>),
            Population = population ? table.Numbers("M_offices") : default,
        };
    }

    public static sbyte[] Codes(OracleTable table, string column) =>
        Array.ConvertAll(table.Numbers(column), v => double.IsNaN(v) ? (sbyte)-1 : (sbyte)v);
}
