using System.Numerics.Tensors;

namespace Cadran.Statistics.Regression;

/// <summary>Householder QR of a tall matrix, columns scaled by powers of two, with refinement of least-squares solutions.</summary>
/// <remarks>Refinement solves the augmented system (residual and coefficients together, Björck 1967) with residuals
/// accumulated in twice the working precision, so that ill-conditioned polynomials keep their digits.</remarks>
internal sealed class HouseholderQr
{
    private const int RefinementSteps = 4;

    private readonly double[][] original;
    private readonly double[][] reflectors;
    private readonly double[] diagonal;
    private readonly double[] scale;
    private readonly int rows;

    public HouseholderQr(double[][] columns, double tolerance)
    {
        rows = columns.Length == 0 ? 0 : columns[0].Length;
        scale = Array.ConvertAll(columns, c => Math.ScaleB(1, -Exponent(TensorPrimitives.Norm<double>(c))));
        original = [.. columns.Select((c, j) => Scaled(c, scale[j]))];
        reflectors = [.. original.Select(c => (double[])c.Clone())];
        diagonal = new double[columns.Length];
        Aliased = new bool[columns.Length];
        Rank = 0;
        for (var j = 0; j < columns.Length; j++) Reflect(j, tolerance);
    }

    /// <summary>Columns that are exact combinations of earlier ones (relative tolerance on norms); they get no coefficient.</summary>
    public bool[] Aliased { get; }

    public int Rank { get; private set; }

    /// <summary>Least-squares coefficients (0 for aliased columns) and residuals.</summary>
    public (double[] Coefficients, double[] Residuals) Solve(ReadOnlySpan<double> response)
    {
        var x = new double[original.Length];
        var r = new double[rows];
        for (var step = 0; step <= RefinementSteps; step++)
        {
            var f = step == 0 ? response.ToArray() : ExactResidual(response, r, x);
            var g = step == 0 ? new double[original.Length] : Normal(r);
            Correct(f, g, x, r);
        }
        for (var j = 0; j < x.Length; j++) x[j] *= scale[j];
        return (x, r);
    }

    /// <summary>Inverse of X'X over the columns kept, by triangular solves only; zero for aliased columns.</summary>
    public double[,] InverseOfNormal()
    {
        var p = original.Length;
        var inverse = new double[p, p];
        var rows = new double[p][];
        for (var j = 0; j < p; j++)
        {
            rows[j] = new double[p];
            if (Aliased[j]) continue;
            rows[j][j] = 1;
            ForwardSolve(rows[j]);
        }
        for (var i = 0; i < p; i++)
            for (var j = 0; j < p; j++)
                if (!Aliased[i] && !Aliased[j])
                    inverse[i, j] = TensorPrimitives.Dot<double>(rows[i], rows[j]) * scale[i] * scale[j];
        return inverse;
    }

    private void Reflect(int j, double tolerance)
    {
        var column = reflectors[j];
        var before = TensorPrimitives.Norm<double>(column);
        for (var k = 0; k < j; k++)
            if (!Aliased[k]) Apply(k, column);
        var tail = column.AsSpan(Rank);
        var norm = TensorPrimitives.Norm<double>(tail);
        if (!(norm > tolerance * before))
        {
            Aliased[j] = true;
            return;
        }
        var alpha = tail[0] > 0 ? -norm : norm;
        diagonal[j] = alpha;
        tail[0] -= alpha;
        TensorPrimitives.Divide(tail, TensorPrimitives.Norm<double>(tail), tail);
        pivotOf.Add(j);
        Rank++;
    }

    private readonly List<int> pivotOf = [];

    // Row of R that belongs to column k: the number of columns kept before it.
    private int RowOf(int k) => pivotOf.BinarySearch(k);

    private void Apply(int k, Span<double> vector)
    {
        var row = RowOf(k);
        var v = reflectors[k].AsSpan(row);
        var tail = vector[row..];
        TensorPrimitives.MultiplyAdd(v, -2 * TensorPrimitives.Dot<double>(v, tail), tail, tail);
    }

    // One solve of [I A; A' 0][dr; dx] = [f; g] with A = QR.
    private void Correct(double[] f, double[] g, double[] x, double[] r)
    {
        var h = (double[])g.Clone();
        ForwardSolve(h);
        foreach (var k in pivotOf) Apply(k, f);
        var right = new double[Rank];
        for (var i = 0; i < Rank; i++)
        {
            right[i] = f[i] - h[pivotOf[i]];
            f[i] = h[pivotOf[i]];
        }
        for (var i = Rank - 1; i >= 0; i--)
        {
            var value = right[i];
            for (var c = i + 1; c < Rank; c++) value -= reflectors[pivotOf[c]][i] * right[c];
            right[i] = value / diagonal[pivotOf[i]];
            x[pivotOf[i]] += right[i];
        }
        for (var i = Rank - 1; i >= 0; i--) Apply(pivotOf[i], f);
        TensorPrimitives.Add(r, f, r);
    }

    // Solves R' h = g in place, over the columns kept.
    private void ForwardSolve(double[] g)
    {
        for (var i = 0; i < Rank; i++)
        {
            var j = pivotOf[i];
            var value = g[j];
            for (var c = 0; c < i; c++) value -= reflectors[j][c] * g[pivotOf[c]];
            g[j] = value / diagonal[j];
        }
    }

    private double[] ExactResidual(ReadOnlySpan<double> response, double[] r, double[] x)
    {
        var f = new double[rows];
        for (var i = 0; i < rows; i++) f[i] = new DoubleDouble(response[i]).Subtract(r[i]).SubtractSum(original, i, x).Value;
        return f;
    }

    private double[] Normal(double[] r)
    {
        var g = new double[original.Length];
        for (var j = 0; j < g.Length; j++)
        {
            if (Aliased[j]) continue;
            var sum = default(DoubleDouble);
            for (var i = 0; i < rows; i++) sum = sum.SubtractProduct(original[j][i], r[i]);
            g[j] = sum.Value;
        }
        return g;
    }

    private static int Exponent(double norm) => norm > 0 ? Math.ILogB(norm) : 0;

    private static double[] Scaled(double[] column, double factor) => Array.ConvertAll(column, v => v * factor);
}
