namespace Cadran.Statistics.Drivers;

/// <summary>Entering drivers one by one into a correlation matrix whose last variable is the overall rating.</summary>
internal static class Elimination
{
    /// <summary>R² gained by entering <paramref name="driver"/> next.</summary>
    public static double Gain(ReadOnlySpan<double> matrix, int stride, int driver)
    {
        var pivot = matrix[(driver * stride) + driver];
        var cross = matrix[(driver * stride) + stride - 1];
        return pivot > SymmetricMatrix.Tolerance ? cross * cross / pivot : 0;
    }

    /// <summary>Removes what <paramref name="driver"/> explains from every other variable; an aliased driver changes nothing.</summary>
    public static void Enter(Span<double> matrix, int stride, int driver)
    {
        var pivot = matrix[(driver * stride) + driver];
        if (!(pivot > SymmetricMatrix.Tolerance)) return;
        var row = matrix.Slice(driver * stride, stride).ToArray();
        for (var i = 0; i < stride; i++)
        {
            var f = row[i] / pivot;
            if (f == 0) continue;
            var target = matrix.Slice(i * stride, stride);
            for (var j = 0; j < stride; j++) target[j] -= f * row[j];
        }
    }
}
