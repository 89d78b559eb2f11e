namespace Cadran.Statistics.Replication;

/// <summary>Hadamard matrices: ±1, orthogonal columns, the first column all 1.</summary>
internal static class Hadamard
{
    /// <summary>A matrix of the smallest power of two that is at least <paramref name="size"/> (Sylvester's construction).</summary>
    public static int[,] AtLeast(int size)
    {
        var order = 1;
        while (order < size) order *= 2;
        var h = new int[order, order];
        for (var i = 0; i < order; i++)
            for (var j = 0; j < order; j++)
                h[i, j] = int.PopCount(i & j) % 2 == 0 ? 1 : -1;
        return h;
    }
}
