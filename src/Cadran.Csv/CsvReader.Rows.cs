using System.Runtime.CompilerServices;
using System.Text;

namespace Cadran.Csv;

/// <summary>From row to row: which are delivered, and what is left out.</summary>
public sealed partial class CsvReader
{
    private bool Next()
    {
        while (true)
        {
            if (!tokenizer.Next()) return false;
            if (tokenizer.Row - 1 > options.MaxRows)
                throw tokenizer.Fail("csv.too-many-rows", "The file has more than {0} rows.", null, options.MaxRows);
            if (layout is null)
            {
                // A form that was agreed on has no empty rows but blank lines.
                if (tokenizer.Count == 1 && Header.Count > 1 && tokenizer.Cell(0).IsEmpty) continue;
                break;
            }
            if (IsBlank()) Leave(RowReason.Empty);
            else if (secondHeaders > 0)
            {
                secondHeaders--;
                Leave(RowReason.SecondHeader);
            }
            else if (tokenizer.Judge(layout) is { } reason) Leave(reason);
            else break;
        }
        RowProblem = tokenizer.Count == Header.Count || Fits() ? null : Ragged();
        return true;
    }

    /// <summary>No cell is filled in. A file of one column has empty cells as answers.</summary>
    internal bool IsBlank()
    {
        ReadOnlySpan<byte> first = tokenizer.Cell(0);
        if ((!first.IsEmpty && first[0] is > (byte)' ' and < 0x80) || Header is { Count: 1 }) return false;
        for (int i = 0; i < tokenizer.Count; i++)
            if (!Encoding.UTF8.GetString(tokenizer.Cell(i)).AsSpan().IsWhiteSpace()) return false;
        return true;
    }

    /// <summary>Cells left out at the end of a row of a survey are empty, and empty ones beyond the last column are nothing.</summary>
    private bool Fits()
    {
        if (layout is null) return false;
        if (tokenizer.Count < Header.Count)
        {
            ShortRows++;
            return true;
        }
        for (int i = Header.Count; i < tokenizer.Count; i++)
            if (!tokenizer.Cell(i).IsEmpty) return false;
        return true;
    }

    private void Leave(RowReason reason) =>
        leftOut[reason] = leftOut.TryGetValue(reason, out var before) ? (before.Rows + 1, before.First) : (1, tokenizer.Row);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private CsvError Ragged()
    {
        var problem =
            new CsvError("csv.ragged", "The row has {0} cells, the header has {1}.", [tokenizer.Count, Header.Count], RowNumber,
                LineNumber);
        return options.RaggedRows == RaggedRows.Deliver ? problem : throw new CsvException(problem);
    }
}
