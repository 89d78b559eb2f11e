using Cadran.Csv;

namespace Cadran.Insight;

/// <summary>
/// The waves of a file from the first to the last: as somebody says, else by the dates that their names say, else as the file has them;
/// never by the alphabet, which knows no time.
/// </summary>
/// <param name="Waves">Names, the earliest first.</param>
/// <param name="Why">What decided it, in English.</param>
public sealed record WaveOrder(IReadOnlyList<string> Waves, string Why)
{
    public const string Code = "analysis.wave-order";

    internal static WaveOrder Of(CategoryColumn column, IReadOnlyList<string> given)
    {
        IReadOnlyList<string> there = column.Labels;
        if (given.Count > 0)
        {
            if (there.Except(given).FirstOrDefault() is { } forgotten)
                throw Refused(column, "The file has the wave “{0}”, which --wave-order does not name.", forgotten);
            if (given.Except(there).FirstOrDefault() is { } unknown)
                throw Refused(column, "No row has the wave “{0}” that --wave-order names.", unknown);
            return new(given, "as --wave-order says");
        }
        if (WaveDate.Of(there) is not { } times) return new(there, "as the file has them; for another order say --wave-order");
        return new([.. there.Index().OrderBy(w => times[w.Index]).Select(w => w.Item)], "in order of time");
    }

    private static CsvException Refused(CategoryColumn column, string message, string wave) =>
        new(new CsvError(Code, message, [ShortText.Of(wave, 40)], null, null, column.Position + 1, column.Name));
}
