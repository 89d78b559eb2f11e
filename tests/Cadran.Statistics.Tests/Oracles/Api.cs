namespace Cadran.Statistics.Tests;

/// <summary>The Californian school samples of R's survey package, read from the shared data.</summary>
public static class Api
{
    public static Table Srs => Oracle.Data("survey_apisrs.csv");
    public static Table Strat => Oracle.Data("survey_apistrat.csv");
    public static Table Clus1 => Oracle.Data("survey_apiclus1.csv");
    public static Table Clus2 => Oracle.Data("survey_apiclus2.csv");

    public static Design DesignSrs(Table t) => Design.From(new() { Weights = t.Numbers("pw"), Population = t.Numbers("fpc") });
    public static Design DesignStrat(Table t) =>
        Design.From(new() { Strata = t.Factor("stype"), Weights = t.Numbers("pw"), Population = t.Numbers("fpc") });
    public static Design DesignClus1(Table t) =>
        Design.From(new() { Clusters = t.Factor("dnum"), Weights = t.Numbers("pw"), Population = t.Numbers("fpc") });
    public static Design DesignClus2(Table t) => Design.From(new()
    {
        Clusters = t.Factor("dnum"),
        SecondStageClusters = t.Factor("snum"),
        Population = t.Numbers("fpc1"),
        SecondStagePopulation = t.Numbers("fpc2"),
    });

    public static void Match(Reference oracle, string key, Estimate actual, double tolerance = 1e-10)
    {
        Assert.Null(actual.Suppressed);
        Oracle.Near(oracle.GetProperty(key).Number("est"), actual.Value, tolerance, key);
        Oracle.Near(oracle.GetProperty(key).Number("se"), actual.StandardError, tolerance, key + " se");
    }
}
