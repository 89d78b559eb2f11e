using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Tests;

/// <summary>The synthetic survey as a design and items.</summary>
public static class CmtSynth
{
    public static readonly string[] Drivers = ["timeliness", "knowledge", "courtesy", "fairness", "outcome"];

    public static Table Wave(int wave) => Oracle.CmtSynthData.Where(r => Oracle.CmtSynthData.Text("wave")[r] == $"{wave}");

    /// <summary>Wave 1 without the rows that lack a driver.</summary>
    public static Table CompleteCases()
    {
        var wave = Wave(1);
        return wave.Where(row => Drivers.All(d => wave.Text(d)[row] is not ""));
    }

    public static Design DesignOf(Table t, bool population = true) => Design.From(new DesignColumns
    {
        Strata = t.Factor("region"),
        Clusters = t.Factor("office"),
        Weights = t.Numbers("w"),
        Population = population ? t.Numbers("M_offices") : null,
    });

    public static Item Item(Table t, string column) => new(t.Answers(column), Scale.FivePoint);
}
