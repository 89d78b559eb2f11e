namespace Cadran.Statistics.Simulation;

/// <summary>
/// Refuses a model whose settings lie outside what they can mean: a correlation of 2 would give answers that are not numbers,
/// a response rate of 0 a survey that never ends.
/// </summary>
internal static class ModelRanges
{
    // Office codes have three digits for the office; categories are bytes, the cause of a complaint a signed one.
    private const int MostOffices = 999, MostCategories = 255, MostDrivers = 127, MostClients = 1_000_000_000;

    public static void Check(SurveyModel model, IReadOnlyList<WaveModel> waves)
    {
        Check(model.Drivers, model.Changes);
        foreach (var channel in model.Channels)
        {
            if (!(channel.ResponseRate > 0 && channel.ResponseRate <= 1))
                throw Outside(channel.Name, nameof(channel.ResponseRate), channel.ResponseRate, "(0, 1]");
            Finite(channel.Name, nameof(channel.TopShift), channel.TopShift);
            Finite(channel.Name, nameof(channel.OutcomeShift), channel.OutcomeShift);
        }
        foreach (var group in model.Languages.Concat(model.Ages))
        {
            Finite(group.Name, nameof(group.ResponseShift), group.ResponseShift);
            Finite(group.Name, nameof(group.StyleShift), group.StyleShift);
        }
        Count(nameof(model.Channels), model.Channels.Count, MostCategories);
        Count(nameof(model.Languages), model.Languages.Count, MostCategories);
        Count(nameof(model.Ages), model.Ages.Count, MostCategories);
        Count(nameof(model.Strata), model.Strata.Count, MostCategories);
        foreach (var stratum in model.Strata)
        {
            if (model.Strata.Count > 1) Count($"{stratum.Name} {nameof(stratum.Offices)}", stratum.Offices, MostOffices);
            if (stratum.ClientsPerOffice is < 1 or > MostClients)
                throw Outside(stratum.Name, nameof(stratum.ClientsPerOffice), stratum.ClientsPerOffice, $"1 to {MostClients}");
        }
        Within(nameof(model), nameof(model.OverallNoise), model.OverallNoise, 1);
        Within(nameof(model), nameof(model.OfficeSpread), model.OfficeSpread, 1);
        Within(nameof(model), nameof(model.PersonCorrelation), model.PersonCorrelation, 1);
        Within(nameof(model), nameof(model.Acquiescence), model.Acquiescence, 10);
        Within(nameof(model), nameof(model.ExtremeResponse), model.ExtremeResponse, 10);
        Within(nameof(model), nameof(model.StraightLining), model.StraightLining, 1);
        Within(nameof(model), nameof(model.BreakOff), model.BreakOff, 1);
        foreach (var (t, wave) in waves.Index())
        {
            Finite($"wave {t}", nameof(wave.Drift), wave.Drift);
            Finite($"wave {t}", nameof(wave.InstrumentShift), wave.InstrumentShift);
            Within($"wave {t}", nameof(wave.PersonOverlap), wave.PersonOverlap, 1);
            Within($"wave {t}", nameof(wave.OfficeOverlap), wave.OfficeOverlap, 1);
        }
    }

    private static void Check(IReadOnlyList<DriverModel> drivers, IReadOnlyList<DriverChange> changes)
    {
        Count(nameof(drivers), drivers.Count, MostDrivers);
        foreach (var driver in drivers)
        {
            if (drivers.Count(d => d.Name == driver.Name) > 1)
                throw new ArgumentException($"Two drivers are named '{driver.Name}'.", nameof(drivers));
            Within(driver.Name, nameof(driver.Weight), driver.Weight, double.MaxValue);
            if (!(driver.Loading >= 0 && driver.Loading < 1)) throw Outside(driver.Name, nameof(driver.Loading), driver.Loading, "[0, 1)");
            if (!(driver.NotApplicable >= 0 && driver.NotApplicable < 1))
                throw Outside(driver.Name, nameof(driver.NotApplicable), driver.NotApplicable, "[0, 1)");
        }
        foreach (var change in changes) Finite(change.Driver, nameof(change.Shift), change.Shift);
    }

    private static void Count(string what, int count, int most)
    {
        if (count > most) throw new ArgumentException($"{what}: {count}, at most {most}.", nameof(count));
    }

    private static void Within(string where, string what, double value, double most)
    {
        if (!(value >= 0 && value <= most)) throw Outside(where, what, value, $"[0, {most}]");
    }

    private static void Finite(string where, string what, double value)
    {
        if (!double.IsFinite(value)) throw Outside(where, what, value, "the finite numbers");
    }

    private static ArgumentOutOfRangeException Outside(string where, string what, double value, string range) =>
        new(where, value, $"{what} lies outside {range}.");
}
