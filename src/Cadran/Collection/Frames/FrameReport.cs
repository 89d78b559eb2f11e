using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>What a check or an import of a list of clients found.</summary>
/// <param name="Rows">Rows that are about somebody.</param>
/// <param name="People">Different people among them.</param>
/// <param name="New">Of these not in the frame yet.</param>
public sealed record FrameReport(int Rows, int People, int New)
{
    /// <summary>People whom nobody can write to or call.</summary>
    public int Unreachable { get; init; }

    /// <summary>People whose e-mail address belongs to somebody of another code in the frame.</summary>
    public int KnownElsewhere { get; init; }

    /// <summary>Rows that are not taken.</summary>
    public IReadOnlyList<FrameLeftOut> LeftOut { get; init; } = [];

    /// <summary>Fields that are not taken of rows that are.</summary>
    public IReadOnlyList<FrameLeftOut> Unread { get; init; } = [];
    public IReadOnlyList<FrameDuplicates> Duplicates { get; init; } = [];

    /// <summary>Rows that are about nobody.</summary>
    public IReadOnlyList<RowsLeftOut> Nobody { get; init; } = [];
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>Columns that are nothing in the map.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];
}
