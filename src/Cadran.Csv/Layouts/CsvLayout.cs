namespace Cadran.Csv;

/// <summary>
/// How a survey's file is laid out, as its first rows show it: where the names stand, what every column is called, and what tells rows
/// that are about nobody.
/// </summary>
internal sealed record CsvLayout
{
    /// <summary>The row that holds the names, from 1; titles stand above it.</summary>
    public required long HeaderRow { get; init; }

    /// <summary>Rows below the names that say more about the columns.</summary>
    public int SecondHeaders { get; init; }

    /// <summary>One name for each column and none twice: a column without one is called by its place.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The names as they are written, in UTF-8, for finding them again further down.</summary>
    public required IReadOnlyList<byte[]> Written { get; init; }

    /// <summary>Names that several columns have, and the first two of those columns.</summary>
    public required IReadOnlyDictionary<string, (int First, int Second)> Repeated { get; init; }

    /// <summary>What a second header row says of each column; empty where it says nothing.</summary>
    public required IReadOnlyList<string> Texts { get; init; }
    public required RowRules Rules { get; init; }
}
