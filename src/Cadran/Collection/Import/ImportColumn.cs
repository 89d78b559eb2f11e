using Cadran.Csv;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>What a column of a file looks like, from its first rows.</summary>
/// <param name="Values">Different values with their counts, most frequent first; at most <see cref="ImportColumns.ValuesKept"/>.</param>
/// <param name="Different">How many different values there were; counting stops at <see cref="ImportColumns.DifferentAtMost"/>.</param>
/// <param name="Empty">Rows without a value.</param>
public sealed record ImportColumn(string Name, IReadOnlyList<(string Value, int Count)> Values, int Different, int Empty)
{
    /// <summary>What a second header row says of the column; empty where it says nothing.</summary>
    public string Text { get; init; } = "";

    /// <summary>
    /// The values as whole numbers, or null when one of them is something else (those that say nothing was recorded aside).
    /// </summary>
    public IReadOnlyList<int>? Numbers
    {
        get
        {
            var numbers = new List<int>();
            foreach (var (value, _) in Values)
            {
                if (NoValueCode.NothingRecorded.Contains(value)) continue;
                if (WholeNumber(value) is not { } number) return null;
                numbers.Add(number);
            }
            return numbers;
        }
    }

    /// <summary>Rows with a value that says something.</summary>
    public int Answered => Values.Where(v => !NoValueCode.NothingRecorded.Contains(v.Value)).Sum(v => v.Count);

    /// <summary>“5”, “5.0” and “5,0” are five; null for what is no whole number.</summary>
    public static int? WholeNumber(string value) =>
        CsvNumber.TryRead(value, ';', out double number) && number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number : null;
}
