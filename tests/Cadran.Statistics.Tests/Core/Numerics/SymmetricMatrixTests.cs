namespace Cadran.Statistics.Tests;

/// <summary>The one solver of positive definite systems, on matrices whose inverse and root are known in whole numbers.</summary>
public class SymmetricMatrixTests
{
    private static double[,] Of(int n, Func<int, int, double> entry)
    {
        var matrix = new double[n, n];
        for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) matrix[i, j] = entry(i, j);
        return matrix;
    }

    private static double Choose(int n, int k) => k < 0 || k > n ? 0 : Enumerable.Range(1, k).Aggregate(1.0, (c, i) => c * (n - k + i) / i);

    [Fact]
    public void Inverse_OfHilbert_IsThatOfWholeNumbers()
    {
        const int N = 5;
        var (inverse, aliased) = SymmetricMatrix.InverseOf(Of(N, (i, j) => 1.0 / (i + j + 1)));
        Assert.DoesNotContain(true, aliased);
        for (var i = 1; i <= N; i++)
            for (var j = 1; j <= N; j++)
            {
                // (−1)^(i+j) (i+j−1) C(n+i−1, n−j) C(n+j−1, n−i) C(i+j−2, i−1)²; the condition number is 5e5.
                var expected = ((i + j) % 2 == 0 ? 1 : -1) * (i + j - 1) * Choose(N + i - 1, N - j) * Choose(N + j - 1, N - i)
                    * Math.Pow(Choose(i + j - 2, i - 1), 2);
                Assert.Equal(1, inverse[i - 1, j - 1] / expected, 1e-10);
            }
    }

    [Fact]
    public void Rank_DoesNotDependOnUnits()
    {
        // Variances of 1e-16, 1 and 1e16: independent, so nothing is aliased, however small the first.
        double[] deviation = [1e-8, 1, 1e8];
        var (inverse, aliased) = SymmetricMatrix.InverseOf(Of(3, (i, j) => deviation[i] * deviation[j] * (i == j ? 1 : .5)));
        Assert.Equal([false, false, false], aliased);
        Assert.Equal(1.5, inverse[0, 0] * 1e-16, 1e-12); // [1 .5 .5; …]⁻¹ has 1.5 on the diagonal, −.5 beside it
        Assert.Equal(-.5, inverse[0, 2], 1e-12);
        // The third is the sum of the first two.
        double[,] dependent = { { 1, 0, 1 }, { 0, 4, 4 }, { 1, 4, 5 } };
        var (left, flagged) = SymmetricMatrix.InverseOf(dependent);
        Assert.Equal([false, false, true], flagged);
        Assert.Equal((1, .25, 0, 0), (left[0, 0], left[1, 1], left[2, 2], left[0, 2]));
        Assert.True(double.IsNaN(SymmetricMatrix.InverseForm(dependent, [1, 1, 1])));
        Assert.Equal(1.25, SymmetricMatrix.InverseForm(new double[,] { { 1, 0 }, { 0, 4 } }, [1, 1]), 1e-15);
    }

    [Fact]
    public void Root_OfPascal_IsItsTriangle_AndADeterminedVariableHasNone()
    {
        var root = SymmetricMatrix.Root(Of(8, (i, j) => Choose(i + j, i)));
        for (var i = 0; i < 8; i++) for (var j = 0; j < 8; j++) Assert.Equal(Choose(i, j), root[i, j], 1e-10);
        var singular = SymmetricMatrix.Root(new double[,] { { 4, 2 }, { 2, 1 } });
        Assert.Equal((2, 1, 0), (singular[0, 0], singular[1, 0], singular[1, 1]));
    }
}
