using System.Globalization;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>What a column of a file looks like, from its first rows.</summary>
/// <param name="Values">Different values with their counts, most frequent first; at most <see cref="ImportColumns.ValuesKept"/>.</param>
/// <param name="Different">How many different values there were; counting stops at <see cref="ImportColumns.DifferentAtMost"/>.</param>
/// <param name="Empty">Rows without a value.</param>
public sealed record ImportColumn(string Name, IReadOnlyList<(string Value, int Count)> Values, int Different, int Empty)
{
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
                if (!int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)) return null;
                numbers.Add(number);
            }
            return numbers;
        }
    }
}
