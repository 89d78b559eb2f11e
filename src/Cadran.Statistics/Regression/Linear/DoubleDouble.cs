namespace Cadran.Statistics.Regression;

/// <summary>Unevaluated sum of two doubles: sums and products without rounding loss (Dekker, Knuth).</summary>
internal readonly record struct DoubleDouble(double High, double Low = 0)
{
    public double Value => High + Low;

    public DoubleDouble Subtract(double value)
    {
        var sum = High - value;
        var back = sum - High;
        return new(sum, Low + (High - (sum - back)) - (value + back));
    }

    public DoubleDouble SubtractProduct(double a, double b)
    {
        var product = a * b;
        var error = Math.FusedMultiplyAdd(a, b, -product);
        var difference = Subtract(product);
        return difference with { Low = difference.Low - error };
    }

    /// <summary>Minus Σ column·coefficient over a row of a matrix held by columns.</summary>
    public DoubleDouble SubtractSum(IReadOnlyList<double[]> columns, int row, double[] coefficients)
    {
        var sum = this;
        for (var j = 0; j < coefficients.Length; j++) sum = sum.SubtractProduct(columns[j][row], coefficients[j]);
        return sum;
    }
}
