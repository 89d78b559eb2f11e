namespace Cadran.Web.Files;

/// <summary>A variable of an SPSS system file.</summary>
/// <param name="Name">At most 64 bytes, as <see cref="VariableNames"/> makes it.</param>
/// <param name="Label">What it is about; cut to 255 bytes.</param>
/// <param name="Width">Bytes of a text, at most 32,767; 0 for a number. Fixed by the schema, never by what the texts are.</param>
public sealed record SavVariable(string Name, string Label, int Width = 0)
{
    public const int MaxWidth = 32_767;

    // A text of more bytes than this lies in several variables, of this many bytes each, that readers put together.
    private const int SegmentWidth = 255, SegmentStep = 252;

    public SavMeasure Measure { get; init; } = SavMeasure.Nominal;

    /// <summary>Digits after the point, as a number is shown.</summary>
    public int Decimals { get; init; }

    /// <summary>Words of numbers; each cut to 120 bytes.</summary>
    public IReadOnlyList<(double Value, string Label)> Labels { get; init; } = [];

    /// <summary>Numbers from the first to the second are kinds of no answer; null when none is.</summary>
    public (double Low, double High)? Missing { get; init; }

    public bool IsVeryLong => Width > SegmentWidth;

    /// <summary>Widths of the variables it lies in: one, or as many as a very long text needs.</summary>
    public IReadOnlyList<int> Segments
    {
        get
        {
            if (!IsVeryLong) return [Width];
            int count = (Width + SegmentStep - 1) / SegmentStep;
            return [.. Enumerable.Repeat(SegmentWidth, count - 1), Width - (count - 1) * SegmentStep];
        }
    }

    /// <summary>Places of eight bytes that a case gives it.</summary>
    public int Places => Segments.Sum(PlacesOf);

    public static int PlacesOf(int width) => width == 0 ? 1 : (width + 7) / 8;
}
