using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Turns counts of failing drivers into threshold estimates under the design.</summary>
internal sealed class ThresholdCount
{
    private readonly DriverData data;
    private readonly DriverAnalysisOptions options;
    private readonly SamplingUnits units;
    private readonly FailingDrivers failing;
    private readonly int drivers;
    private readonly int codes;
    private readonly double[] byCode;

    // Per number failing: weight, weighted score, weighted top two; then per driver, weight where it alone fails.
    private readonly int terms;
    private readonly double[] totals;

    // The place after the last counts incomplete rows.
    private readonly int[] respondents;
    private readonly int[] degreesOfFreedom;

    public ThresholdCount(DriverData data, bool[] complete, SamplingUnits units, DriverAnalysisOptions options)
    {
        (this.data, this.units, this.options) = (data, units, options);
        drivers = data.Drivers.Count;
        failing = new FailingDrivers(data, complete, options.PassAt);
        terms = (3 * (drivers + 1)) + drivers;
        totals = new double[terms];
        respondents = new int[drivers + 2];
        degreesOfFreedom = new int[drivers + 1];
        codes = options.ScaleMaximum + 1;
        byCode = new double[codes];
        for (var code = 0; code < byCode.Length; code++)
            byCode[code] = 100.0 * (code - options.ScaleMinimum) / (options.ScaleMaximum - options.ScaleMinimum);
    }

    public Thresholds Estimate()
    {
        foreach (var k in failing.Count) respondents[k]++;
        var whichFail = failing.WeightWhereFailing();
        var errors = data.Design.NeedsRows ? ErrorsFromRows()
            : units.UnitOfRow is not null ? ErrorsFromClusters()
            : ThresholdCells.Fit(data.Rows, units.Strata, failing.Incomplete + 1, codes) ? ErrorsFromCells()
            : ErrorsFromUnits();
        return Describe(errors, whichFail);
    }

    private double[] ErrorsFromCells()
    {
        var cells = ThresholdCells.Of(failing, data, units, codes);
        var stratumSeen = new bool[units.Strata * (drivers + 1)];
        for (var c = 0; c < cells.Count; c++)
        {
            if (cells.People[c] == 0) continue;
            AddTo(totals, cells.CategoryOf(c), cells.CodeOf(c), cells.Weight[c]);
            var k = failing.CountOf(cells.CategoryOf(c));
            degreesOfFreedom[k] += cells.People[c];
            CountStratum(stratumSeen, cells.StratumOf(c), k);
        }
        var variance = new UnitVariance(units, terms);
        var unit = new double[terms];
        for (var c = 0; c < cells.Count; c++)
        {
            if (cells.People[c] == 0) continue;
            Array.Clear(unit);
            AddTo(unit, cells.CategoryOf(c), cells.CodeOf(c), 1);
            Linearise(unit);
            variance.Add(cells.StratumOf(c), unit, cells.Weight[c], cells.Squared[c]);
        }
        return variance.StandardErrors();
    }

    private double[] ErrorsFromUnits()
    {
        AddRowsTo(totals, _ => 0);
        CountDegreesOfFreedom();
        var variance = new UnitVariance(units, terms);
        var unit = new double[terms];
        for (var i = 0; i < data.Rows; i++)
        {
            if (failing.Category[i] == failing.Incomplete) continue;
            Array.Clear(unit);
            AddTo(unit, failing.Category[i], data.Overall.Span[i], 1);
            Linearise(unit);
            var w = data.Design.Weight(i);
            variance.Add(units.StratumOfUnit[i], unit, w, w * w);
        }
        return variance.StandardErrors();
    }

    private double[] ErrorsFromClusters()
    {
        var perUnit = new double[units.Units * terms];
        AddRowsTo(perUnit, i => units.UnitOfRow![i] * terms);
        for (var at = 0; at < perUnit.Length; at++) totals[at % terms] += perUnit[at];
        CountDegreesOfFreedom();
        var variance = new UnitVariance(units, terms);
        for (var u = 0; u < units.Units; u++)
        {
            var unit = perUnit.AsSpan(u * terms, terms);
            Linearise(unit);
            variance.Add(units.StratumOfUnit[u], unit, 1, 1);
        }
        return variance.StandardErrors();
    }

    // A second stage or calibrated weights: the general route, one influence value per row and estimate.
    private double[] ErrorsFromRows()
    {
        AddRowsTo(totals, _ => 0);
        CountDegreesOfFreedom();
        var influence = new double[terms][];
        for (var t = 0; t < terms; t++) influence[t] = new double[data.Rows];
        var domain = new bool[data.Rows];
        var row = new double[terms];
        for (var i = 0; i < data.Rows; i++)
        {
            if (failing.Category[i] == failing.Incomplete) continue;
            domain[i] = true;
            Array.Clear(row);
            AddTo(row, failing.Category[i], data.Overall.Span[i], 1);
            Linearise(row);
            for (var t = 0; t < terms; t++) influence[t][i] = row[t];
        }
        var v = Linearisation.Covariance(data.Design, influence, domain);
        return [.. Enumerable.Range(0, terms).Select(t => Math.Sqrt(Math.Max(0, v.Covariance[t, t])))];
    }

    private void AddRowsTo(double[] sums, Func<int, int> start)
    {
        var overall = data.Overall.Span;
        for (var i = 0; i < overall.Length; i++)
            if (failing.Category[i] != failing.Incomplete)
                AddTo(sums.AsSpan(start(i), terms), failing.Category[i], overall[i], data.Design.Weight(i));
    }

    private void AddTo(Span<double> to, int category, int code, double w)
    {
        var k = failing.CountOf(category);
        to[k] += w;
        to[drivers + 1 + k] += w * byCode[code];
        if (code >= options.ScaleMaximum - 1) to[(2 * (drivers + 1)) + k] += w;
        if (category > drivers) to[(3 * (drivers + 1)) + category - drivers - 1] += w;
    }

    // Units minus strata among the rows of each group, as for any other domain.
    private void CountDegreesOfFreedom()
    {
        var n = drivers + 1;
        var unitSeen = new bool[units.UnitOfRow is null ? 0 : units.Units * n];
        var stratumSeen = new bool[units.Strata * n];
        for (var i = 0; i < data.Rows; i++)
        {
            int k = failing.Count[i];
            if (k > drivers || data.Design.Weight(i) == 0) continue;
            var unit = units.UnitOf(i);
            if (unitSeen.Length == 0) degreesOfFreedom[k]++;
            else if (!unitSeen[(unit * n) + k])
            {
                unitSeen[(unit * n) + k] = true;
                degreesOfFreedom[k]++;
            }
            CountStratum(stratumSeen, units.StratumOfUnit[unit], k);
        }
    }

    private void CountStratum(bool[] seen, int stratum, int k)
    {
        ref var here = ref seen[(stratum * (drivers + 1)) + k];
        if (here) return;
        here = true;
        degreesOfFreedom[k]--;
    }

    // From unit totals to influence values: (a - share·W)/W for shares, (S - mean·W_k)/W_k for means within a group.
    private void Linearise(Span<double> unit)
    {
        var n = drivers + 1;
        var (weight, all) = (0.0, 0.0);
        for (var k = 0; k < n; k++)
        {
            weight += unit[k];
            all += totals[k];
        }
        for (var j = 0; j < drivers; j++) unit[(3 * n) + j] = Centred(unit[(3 * n) + j], totals[(3 * n) + j], unit[1], totals[1]);
        for (var k = 0; k < n; k++)
        {
            unit[n + k] = Centred(unit[n + k], totals[n + k], unit[k], totals[k]);
            unit[(2 * n) + k] = Centred(unit[(2 * n) + k], totals[(2 * n) + k], unit[k], totals[k]);
        }
        for (var k = 0; k < n; k++) unit[k] = Centred(unit[k], totals[k], weight, all);
    }

    private static double Centred(double value, double total, double weight, double totalWeight) =>
        totalWeight > 0 ? (value - (total / totalWeight * weight)) / totalWeight : 0;

    private Thresholds Describe(double[] errors, double[][] weightWhere)
    {
        var n = drivers + 1;
        var all = totals.AsSpan(0, n).ToArray().Sum();
        var groups = new FailingGroup[n];
        for (var k = 0; k < n; k++)
            groups[k] = new FailingGroup(k, respondents[k],
                At(totals[k] / all, errors[k], respondents[..n].Sum(), units.DegreesOfFreedom),
                At(totals[n + k] / totals[k], errors[n + k], respondents[k], degreesOfFreedom[k]),
                At(totals[(2 * n) + k] / totals[k], errors[(2 * n) + k], respondents[k], degreesOfFreedom[k]),
                [.. weightWhere.Select(w => totals[k] > 0 ? w[k] / totals[k] : double.NaN)]);
        var one = Enumerable.Range(0, drivers)
            .Select(j => At(totals[(3 * n) + j] / totals[1], errors[(3 * n) + j], respondents[1], degreesOfFreedom[1]));
        return new Thresholds(options.PassAt, groups, [.. one], [.. weightWhere.Select(w => w.Sum() / all)]);
    }

    // One respondent carries no information about spread, whatever the linearised value (zero) says.
    private IntervalEstimate At(double value, double error, int n, double df) =>
        IntervalEstimate.Student(value, n > 1 ? error : double.NaN, df, options.Confidence);
}
