namespace Cadran.Statistics.Simulation;

/// <summary>Logarithm, exponential and normal quantile from exactly rounded operations only.</summary>
internal static class PortableMath
{
    private const double Ln2High = 0.693147180369123816490, Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Natural logarithm of a positive normal number, accurate to a few units in the last place.</summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var m = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (m > 1.4142135623730951)
        {
            m /= 2;
            exponent++;
        }
        var s = (m - 1) / (m + 1);
        var s2 = s * s;
        double sum = 0;
        for (var k = 23; k >= 1; k -= 2) sum = sum * s2 + 1.0 / k;
        return exponent * Ln2High + (2 * s * sum + exponent * Ln2Low);
    }

    /// <summary>Exponential for |x| below 700.</summary>
    public static double Exp(double x)
    {
        var n = Math.Floor(x / (Ln2High + Ln2Low) + 0.5);
        var r = x - n * Ln2High - n * Ln2Low;
        double sum = 1;
        for (var k = 18; k >= 1; k--) sum = 1 + r / k * sum;
        return sum * BitConverter.Int64BitsToDouble((long)(n + 1023) << 52);
    }

    /// <summary>The logistic function.</summary>
    public static double Logistic(double x) => 1 / (1 + Exp(-Math.Clamp(x, -600, 600)));

    /// <summary>Standard normal quantile, Wichura's algorithm AS 241 (relative error about 1e-16).</summary>
    public static double NormalQuantile(double p)
    {
        if (p <= 0) return double.NegativeInfinity;
        if (p >= 1) return double.PositiveInfinity;
        var q = p - 0.5;
        if (Math.Abs(q) <= 0.425)
        {
            var r = 0.180625 - q * q;
            return q * Ratio(r, Centre);
        }
        var tail = Math.Sqrt(-Log(q < 0 ? p : 1 - p));
        var z = tail <= 5 ? Ratio(tail - 1.6, Shoulder) : Ratio(tail - 5, Far);
        return q < 0 ? -z : z;
    }

    private static double Ratio(double r, double[][] coefficients)
    {
        double top = 0, bottom = 0;
        for (var i = 7; i >= 0; i--)
        {
            top = top * r + coefficients[0][i];
            bottom = bottom * r + coefficients[1][i];
        }
        return top / bottom;
    }

    private static readonly double[][] Centre =
    [
        [3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
         45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727],
        [1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
         21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610],
    ];

    private static readonly double[][] Shoulder =
    [
        [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
         1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4],
        [1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
         0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9],
    ];

    private static readonly double[][] Far =
    [
        [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
         0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7],
        [1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
         7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15],
    ];
}
