using System.Numerics;
using System.Runtime.InteropServices;
using Cadran.Statistics.Estimation;

namespace Cadran.Statistics.Drivers;

/// <summary>Counts failing drivers row by row and turns the counts into threshold estimates under the design.</summary>
internal sealed class ThresholdCount
{
    private readonly DriverData data;
    private readonly DriverAnalysisOptions options;
    private readonly bool[] complete;
    private readonly SamplingUnits units;
    private readonly int drivers;
    private readonly byte[] failing;
    private readonly byte[] sumOfFailing;
    private readonly int codes;
    private readonly double[] byCode;

    // Per number failing: weight, weighted score, weighted top two; then per driver, weight where it alone fails.
    private readonly int terms;
    private readonly double[] totals;
    private readonly int[] respondents;
    private readonly int[] degreesOfFreedom;

    public ThresholdCount(DriverData data, bool[] complete, SamplingUnits units, DriverAnalysisOptions options)
    {
        (this.data, this.complete, this.units, this.options) = (data, complete, units, options);
        drivers = data.Drivers.Count;
        failing = new byte[data.Rows];
        sumOfFailing = new byte[data.Rows];
        terms = (3 * (drivers + 1)) + drivers;
        totals = new double[terms];
        respondents = new int[drivers + 1];
        degreesOfFreedom = new int[drivers + 1];
        codes = options.ScaleMaximum + 1;
        byCode = new double[codes];
        for (var code = 0; code < byCode.Length; code++)
            byCode[code] = 100.0 * (code - options.ScaleMinimum) / (options.ScaleMaximum - options.ScaleMinimum);
    }

    public Thresholds Estimate()
    {
        for (var j = 0; j < drivers; j++) CountFailing(data.Drivers[j].Span, (byte)(j + 1));
        CountDegreesOfFreedom();
        var whichFail = WhichFail();
        var cells = units.UnitOfRow is null ? SumCells() : SumRows();
        var errors = data.Design.NeedsRows ? ErrorsFromRows() : Errors(cells);
        return Describe(errors, whichFail);
    }

    private void CountFailing(ReadOnlySpan<sbyte> column, byte number)
    {
        var i = 0;
        var pass = new Vector<sbyte>((sbyte)options.PassAt);
        var add = new Vector<byte>(number);
        for (; i <= column.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            var mask = Vector.AsVectorByte(Vector.LessThan(new Vector<sbyte>(column[i..]), pass));
            (new Vector<byte>(failing, i) - mask).CopyTo(failing, i);
            (new Vector<byte>(sumOfFailing, i) + (mask & add)).CopyTo(sumOfFailing, i);
        }
        for (; i < column.Length; i++)
        {
            if (column[i] >= options.PassAt) continue;
            failing[i]++;
            sumOfFailing[i] += number;
        }
    }

    // Units minus strata among the rows of each group, as for any other domain.
    private void CountDegreesOfFreedom()
    {
        var n = drivers + 1;
        var unitSeen = new bool[units.UnitOfRow is null ? 0 : units.Units * n];
        var stratumSeen = new bool[units.Strata * n];
        for (var i = 0; i < data.Rows; i++)
        {
            if (!complete[i] || data.Design.Weight(i) == 0) continue;
            var k = failing[i];
            var unit = units.UnitOf(i);
            if (unitSeen.Length == 0) degreesOfFreedom[k]++;
            else if (!unitSeen[(unit * n) + k])
            {
                unitSeen[(unit * n) + k] = true;
                degreesOfFreedom[k]++;
            }
            ref var stratum = ref stratumSeen[(units.StratumOfUnit[unit] * n) + k];
            if (stratum) continue;
            stratum = true;
            degreesOfFreedom[k]--;
        }
    }

    private double[][] WhichFail()
    {
        var weightWhere = new double[drivers][];
        Parallel.For(0, drivers, j =>
        {
            var column = data.Drivers[j].Span;
            var weights = data.Weights.Span;
            var byFailing = new double[drivers + 1];
            for (var i = 0; i < column.Length; i++)
                if (complete[i] && column[i] < options.PassAt) byFailing[failing[i]] += weights.IsEmpty ? 1 : weights[i];
            weightWhere[j] = byFailing;
        });
        return weightWhere;
    }

    // Rows that are their own units differ only by stratum, category, overall code and weight: sum w and w² over such cells.
    private Dictionary<long, (double Weight, double Squared)> SumCells()
    {
        var cells = new Dictionary<long, (double Weight, double Squared)>();
        var weights = data.Weights.Span;
        var overall = data.Overall.Span;
        for (var i = 0; i < overall.Length; i++)
        {
            if (!complete[i]) continue;
            respondents[failing[i]]++;
            var w = weights.IsEmpty ? 1 : weights[i];
            if (w == 0) continue;
            ref var cell = ref CollectionsMarshal.GetValueRefOrAddDefault(cells, (((long)units.StratumOfUnit[i] * Categories + CategoryOf(i)) * codes) + overall[i], out _);
            cell = (cell.Weight + w, cell.Squared + (w * w));
        }
        foreach (var (cell, sums) in cells) AddTo(totals, (int)(cell / codes % Categories), (int)(cell % codes), sums.Weight);
        return cells;
    }

    // 0..p failing, with exactly one split by which it is.
    private int Categories => (2 * drivers) + 1;

    private Dictionary<long, (double, double)>? SumRows()
    {
        for (var i = 0; i < data.Rows; i++)
        {
            if (!complete[i]) continue;
            AddRow(totals, i);
            respondents[failing[i]]++;
        }
        return null;
    }

    private void AddRow(Span<double> to, int i)
    {
        AddTo(to, CategoryOf(i), data.Overall.Span[i], data.Weights.IsEmpty ? 1 : data.Weights.Span[i]);
    }

    private void AddTo(Span<double> to, int category, int code, double w)
    {
        var k = category > drivers ? 1 : category;
        to[k] += w;
        to[drivers + 1 + k] += w * byCode[code];
        if (code >= options.ScaleMaximum - 1) to[(2 * (drivers + 1)) + k] += w;
        if (category > drivers) to[(3 * (drivers + 1)) + category - drivers - 1] += w;
    }

    // A second stage or calibrated weights: the general route, one influence value per row and estimate.
    private double[] ErrorsFromRows()
    {
        var influence = new double[terms][];
        for (var t = 0; t < terms; t++) influence[t] = new double[data.Rows];
        var row = new double[terms];
        for (var i = 0; i < data.Rows; i++)
        {
            if (!complete[i]) continue;
            Array.Clear(row);
            AddTo(row, CategoryOf(i), data.Overall.Span[i], 1);
            Linearise(row);
            for (var t = 0; t < terms; t++) influence[t][i] = row[t];
        }
        var v = Linearisation.Covariance(data.Design, influence, complete);
        return [.. Enumerable.Range(0, terms).Select(t => Math.Sqrt(Math.Max(0, v.Covariance[t, t])))];
    }

    private int CategoryOf(int row) => failing[row] == 1 ? drivers + sumOfFailing[row] : failing[row];

    private double[] Errors(Dictionary<long, (double Weight, double Squared)>? cells)
    {
        var variance = new UnitVariance(units, terms);
        if (cells is not null)
        {
            var unit = new double[terms];
            foreach (var (cell, sums) in cells)
            {
                Array.Clear(unit);
                AddTo(unit, (int)(cell / codes % Categories), (int)(cell % codes), 1);
                Linearise(unit);
                variance.Add((int)(cell / codes / Categories), unit, sums.Weight, sums.Squared);
            }
        }
        else
        {
            var perUnit = new double[units.Units * terms];
            for (var i = 0; i < data.Rows; i++)
                if (complete[i]) AddRow(perUnit.AsSpan(units.UnitOf(i) * terms, terms), i);
            for (var u = 0; u < units.Units; u++)
            {
                var unit = perUnit.AsSpan(u * terms, terms);
                Linearise(unit);
                variance.Add(units.StratumOfUnit[u], unit, 1, 1);
            }
        }
        return variance.StandardErrors();
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
                At(totals[k] / all, errors[k], respondents.Sum(), units.DegreesOfFreedom),
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
