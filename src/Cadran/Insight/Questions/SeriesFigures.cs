using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>
/// The figures of measurements over everybody. No smallest and no largest is ever told: each is one person's. A median or a quarter is
/// told where enough people lie on either side of it, and amounts are rounded to three digits.
/// </summary>
internal static class SeriesFigures
{
    private const double Confidence = 0.95;
    private const int Digits = 3;

    /// <param name="answered">People of weight above zero who answered the question.</param>
    public static IReadOnlyList<SeriesResult> Of(QuestionColumn column, Design design, int answered)
    {
        var people = new CountedPeople(design);
        double[][] values = [.. column.Series.Select(s => s.Values.ToArray())];
        for (var row = 0; row < design.Rows; row++)
            if (!people.Has(row))
                foreach (var measured in values) measured[row] = double.NaN;
        var first = First(column, design, values, answered);
        return [.. column.Series.Select((s, k) => Of(s.Series, design, values[k], answered, first[k]))];
    }

    private static SeriesResult Of(NumberSeries series, Design design, double[] values, int answered, PublishedNumber? first)
    {
        var policy = DisclosurePolicy.Published;
        double[] given = [.. values.Where(v => !double.IsNaN(v))];
        var alike = given.Length > 0 && given.All(v => v == given[0]) && series.As != SeriesSummary.Count;
        if (policy.Alone(new CellBase(given.Length, alike)) is { } why) return SeriesResult.Withheld(series.Part, why);
        // Whoever answered a part of the question and not this one would show.
        if (series.As != SeriesSummary.Rank && policy.Isolates(answered, given.Length))
            return SeriesResult.Withheld(series.Part, DisclosurePolicy.Beside);
        if (series.As == SeriesSummary.Count || given.Length == 0) return new(series.Part, given.Length, null);
        var mean = series.As == SeriesSummary.Day ? null : PublishedNumber.Of(Numeric.Mean(design, values), Confidence);
        if (series.As is not (SeriesSummary.Amount or SeriesSummary.Day)) return new(series.Part, given.Length, mean, First: first);
        var median = Told(0.5);
        return new(series.Part, given.Length, mean, Rounded(median?.Value), Rounded(median?.Interval?.Low), Rounded(median?.Interval?.High),
            Rounded(Told(0.25)?.Value), Rounded(Told(0.75)?.Value));

        Quantile? Told(double probability) => policy.MayTellQuantile(given.Length, probability)
            && Quantile.Of(design, values, probability, Confidence) is { Suppressed: null } quantile ? quantile : null;
        double? Rounded(double? value) => value is not { } v || !double.IsFinite(v) ? null : series.As == SeriesSummary.Day ? v
            : v == 0 ? 0 : Math.Round(v / Scale(v)) * Scale(v);
    }

    private static double Scale(double value) => Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) + 1 - Digits);

    // Each is put first by some: they are answers to a choice, and hidden as those are.
    private static PublishedNumber?[] First(QuestionColumn column, Design design, double[][] values, int answered)
    {
        if (column.Series.Count == 0 || column.Series[0].Series.As != SeriesSummary.Rank) return new PublishedNumber?[values.Length];
        var ranked = Enumerable.Range(0, design.Rows).Select(row => values.Any(v => !double.IsNaN(v[row]))).ToArray();
        double[][] first = [.. values.Select(v => v.Select((place, row) => !ranked[row] ? double.NaN : place == 1 ? 1.0 : 0.0).ToArray())];
        int[] people = [.. first.Select(f => f.Count(v => v == 1))];
        var hidden = DisclosurePolicy.Published.Cells([.. people.Select(n => new CellBase(n, n == answered && answered > 0))]);
        return [.. first.Select((f, k) => hidden[k] is { } why ? PublishedNumber.Withheld(why) : Share(f, design))];
    }

    private static PublishedNumber Share(double[] values, Design design)
    {
        var share = Numeric.Mean(design, values);
        return PublishedNumber.Of(share, ProportionInterval.Default(share, design, Confidence));
    }
}
