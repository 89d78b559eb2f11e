using Cadran.Statistics.Drivers;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>Wave 1 of the synthetic survey as driver data, with or without parts of its design.</summary>
internal static class CmtDrivers
{
    public static DriverData Wave1(bool weights = true, bool strata = true, bool clusters = true, bool population = true,
        bool secondStage = false)
    {
        var table = CmtSynth.Wave(1);
        return new DriverData
        {
            Overall = table.Answers("overall"),
            Drivers = [.. CmtSynth.Drivers.Select(d => (ReadOnlyMemory<sbyte>)table.Answers(d))],
            Design = Design.From(new DesignColumns
            {
                Rows = table.Rows,
                Weights = weights ? table.Numbers("w") : null,
                Strata = strata ? table.Factor("region") : null,
                Clusters = clusters ? table.Factor("office") : null,
                Population = population ? table.Numbers("M_offices") : null,
                SecondStagePopulation = secondStage ? table.Numbers("N_office") : null,
            }),
        };
    }
}
