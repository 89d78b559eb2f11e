using System.Globalization;
using System.Text.RegularExpressions;
using Cadran.Statistics.Regression;

namespace Cadran.Statistics.Tests.Regression;

/// <summary>NIST StRD linear regression, certified values read from the data files themselves.</summary>
/// <remarks>Filip's powers x^2..x^10 are rounded to double before any solver sees them. With its condition number
/// (about 1e15) that alone decides the digits: exact rational arithmetic on the very same columns agrees with the certified coefficients to
/// 7.90 digits, and so does this solver, which loses nothing further. From exact powers of the x that are doubles, rational arithmetic
/// gives 14. The second test shows where they went: with powers of (x+6)/4, all certified digits a double can carry come back.</remarks>
public partial class NistRegressionTests
{
    [Theory]
    [InlineData("Norris", 1, 12, 11)]
    [InlineData("Pontius", 2, 12, 11)]
    [InlineData("NoInt1", 1, 13, 11)]
    [InlineData("NoInt2", 1, 13, 11)]
    [InlineData("Longley", 6, 12, 11)]
    [InlineData("Wampler1", 5, 12, 0)]
    [InlineData("Wampler2", 5, 12, 0)]
    [InlineData("Wampler3", 5, 12, 11)]
    [InlineData("Wampler4", 5, 12, 11)]
    [InlineData("Wampler5", 5, 12, 11)]
    [InlineData("Filip", 10, 7.9, 7)]
    public void Certified_CoefficientsErrorsAndFit(string name, int terms, double digits, int errorDigits)
    {
        var (parameters, errors, sigma, rSquared, data, intercept) = Read(name);
        var single = data[0].Length == 2;
        var columns = Enumerable.Range(1, terms)
            .Select(k => (ReadOnlyMemory<double>)data.Select(row => single ? Power(row[1], k) : row[k]).ToArray()).ToArray();
        var fit = LinearRegression.Fit(columns, data.Select(row => row[0]).ToArray(), intercept: intercept, tolerance: 1e-15);

        AssertDigits(parameters, fit.Coefficients, digits, name);
        if (errorDigits == 0)
        {
            // Exact fits: certified error zero; what remains is rounding of powers up to 20^5.
            Assert.True(fit.ResidualDeviation < 1e-8, $"residual deviation {fit.ResidualDeviation:R}");
            return;
        }
        AssertDigits(errors, fit.ModelErrors, errorDigits, name + " errors");
        AssertDigits([sigma, rSquared], [fit.ResidualDeviation, fit.RSquared], errorDigits, name + " fit");
    }

    [Fact]
    public void Filip_CentredPowers_NineDigits()
    {
        var (parameters, _, sigma, rSquared, data, _) = Read("Filip");
        // Shift and scale are exact in binary for x in [-9, -3].
        var columns = Enumerable.Range(1, 10)
            .Select(k => (ReadOnlyMemory<double>)data.Select(row => Power((row[1] + 6) / 4, k)).ToArray()).ToArray();
        var fit = LinearRegression.Fit(columns, data.Select(row => row[0]).ToArray());
        AssertDigits([sigma, rSquared], [fit.ResidualDeviation, fit.RSquared], 11, "fit");
        AssertDigits(parameters, Expand([.. fit.Coefficients.Select(c => (decimal)c)]), 9, "coefficients");
    }

    // sum b_k ((x+6)/4)^k as a polynomial in x, by Horner, in 28-digit arithmetic.
    private static double[] Expand(decimal[] b)
    {
        var result = new decimal[b.Length];
        for (var k = b.Length - 1; k >= 0; k--)
        {
            for (var d = b.Length - 1; d >= 0; d--) result[d] = ((result[d] * 6) + (d > 0 ? result[d - 1] : 0)) / 4;
            result[0] += b[k];
        }
        return Array.ConvertAll(result, v => (double)v);
    }

    private static double Power(double x, int k)
    {
        var power = x;
        for (var i = 1; i < k; i++) power *= x;
        return power;
    }

    private static void AssertDigits(double[] certified, IReadOnlyList<double> computed, double digits, string what)
    {
        Assert.Equal(certified.Length, computed.Count);
        var reached = certified.Zip(computed, (c, x) => c == x ? 15 : -Math.Log10(Math.Abs(x - c) / Math.Max(Math.Abs(c), double.Epsilon)))
            .Min();
        Assert.True(reached >= digits, $"{what}: {reached:F2} digits, expected at least {digits}");
    }

    private static (double[] Parameters, double[] Errors, double Sigma, double RSquared, double[][] Data, bool Intercept) Read(string name)
    {
        var lines = File.ReadAllLines(Oracle.Nist(name + ".dat"));
        var terms = lines.Take(60).Select(l => Parameter().Match(l)).Where(m => m.Success).ToArray();
        var sigma = lines.Take(60).Select(l => Deviation().Match(l)).Last(m => m.Success);
        var rSquared = lines.Take(60).Select(l => Fit().Match(l)).First(m => m.Success);
        var data = lines.Skip(60).Where(l => l.Trim().Length > 0)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number).ToArray()).ToArray();
        return ([.. terms.Select(m => Number(m.Groups[2].Value))], [.. terms.Select(m => Number(m.Groups[3].Value))],
            Number(sigma.Groups[1].Value), Number(rSquared.Groups[1].Value), data, terms[0].Groups[1].Value == "0");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s+B(\d+)\s+(\S+)\s+(\S+)\s*$")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\s+Standard Deviation\s+([\d.E+-]+)\s*$")]
    private static partial Regex Deviation();

    [GeneratedRegex(@"^\s+R-Squared\s+([\d.E+-]+)\s*$")]
    private static partial Regex Fit();
}
