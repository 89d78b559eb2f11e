using System.Globalization;

namespace Cadran.Statistics;

/// <summary>
/// The sizes of numbers that can be squared and multiplied without loss: the largest of a column is 0 or between 1e-60 and 1e60.
/// </summary>
/// <remarks>Beyond, squares of weight times value overflow to infinity or vanish to zero, and an error would
/// come back as infinite or as none. No survey measures such numbers; in another unit they are ordinary. Small values
/// beside large ones are welcome.</remarks>
internal static class Magnitude
{
    private const double Smallest = 1e-60, Largest = 1e60;

    /// <param name="values">NaN is passed over.</param>
    /// <exception cref="ArgumentException">An infinite value, or a largest one out of range: names the row and the value.</exception>
    public static void Check(ReadOnlySpan<double> values, string name)
    {
        double largest = 0;
        var row = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var size = Math.Abs(values[i]);
            if (size > largest) (largest, row) = (size, i);
        }
        if (largest > Largest || largest is > 0 and < Smallest)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Row {row} holds {values[row]}, the largest number in size: one that is not 0 lies between 1e-60 "
                + $"and 1e60. Use another unit."), name);
    }
}
