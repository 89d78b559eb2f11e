namespace Cadran.Statistics.Weighting;

/// <summary>A positive definite system, scaled to unit diagonal and factorised; says which variable the others already explain.</summary>
internal sealed class SymmetricSystem
{
    private readonly double[,] lower;
    private readonly double[] scale;

    private SymmetricSystem(double[,] lower, double[] scale) { this.lower = lower; this.scale = scale; }

    /// <param name="dependent">Index of the first column that is a combination of those before it, or −1.</param>
    public static SymmetricSystem? Factorise(double[,] matrix, out int dependent)
    {
        int p = matrix.GetLength(0);
        var scale = new double[p];
        var l = new double[p, p];
        for (int j = 0; j < p; j++) scale[j] = Math.Sqrt(matrix[j, j]);
        for (int j = 0; j < p; j++)
        {
            double pivot = 1;
            for (int k = 0; k < j; k++) pivot -= l[j, k] * l[j, k];
            if (!(scale[j] > 0) || !(pivot > 1e-12)) { dependent = j; return null; }
            l[j, j] = Math.Sqrt(pivot);
            for (int i = j + 1; i < p; i++)
            {
                double sum = matrix[i, j] / scale[i] / scale[j];
                for (int k = 0; k < j; k++) sum -= l[i, k] * l[j, k];
                l[i, j] = sum / l[j, j];
            }
        }
        dependent = -1;
        return new(l, scale);
    }

    public double[] Solve(double[] right)
    {
        int p = right.Length;
        var x = new double[p];
        for (int i = 0; i < p; i++)
        {
            double sum = right[i] / scale[i];
            for (int k = 0; k < i; k++) sum -= lower[i, k] * x[k];
            x[i] = sum / lower[i, i];
        }
        for (int i = p - 1; i >= 0; i--)
        {
            double sum = x[i];
            for (int k = i + 1; k < p; k++) sum -= lower[k, i] * x[k];
            x[i] = sum / lower[i, i];
        }
        for (int i = 0; i < p; i++) x[i] /= scale[i];
        return x;
    }
}
