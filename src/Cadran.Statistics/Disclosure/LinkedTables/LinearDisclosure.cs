namespace Cadran.Statistics.Disclosure;

/// <summary>
/// Can the sum of answers of a few people be worked out from the sums published for larger sets, by adding and
/// subtracting multiples of them?
/// </summary>
/// <remarks>People in the same sets are alike to the reader: they are taken together. Each published set is a row of zeros and
/// ones over these classes, and what can be worked out exactly is the row space. In reduced echelon form a vector of the row
/// space is known from its values at the pivots, so that a set of few people can only be a sum of the rows of pivots inside it;
/// taking large classes as pivots first leaves few such sums to try. Arithmetic is modulo a prime, where nothing rounds. A search
/// that grows too long counts as a risk.</remarks>
internal static class LinearDisclosure
{
    private const long Prime = 2147483647;
    private const int MostSums = 50_000;

    /// <param name="sets">Per set one bit per person.</param>
    /// <param name="people">Number of people.</param>
    /// <param name="minimum">Fewer people than this are too few.</param>
    public static bool Isolates(IReadOnlyList<ulong[]> sets, int people, int minimum)
    {
        var (classOfPerson, count) = Classes(sets, people);
        var (size, member) = (new int[count], new int[count]);
        for (var i = 0; i < people; i++)
        {
            size[classOfPerson[i]]++;
            member[classOfPerson[i]] = i;
        }
        int[] order = [.. Enumerable.Range(0, count).OrderByDescending(c => size[c])];
        var rows = sets.Select(set => order.Select(c => Contains(set, member[c]) ? 1L : 0).ToArray()).ToList();
        var pivots = Reduce(rows);
        int[] sizes = [.. order.Select(c => size[c])];
        int[] few = [.. Enumerable.Range(0, pivots.Count).Where(r => sizes[pivots[r]] < minimum)];
        var steps = 0;
        return Try(0, [], 0);

        // The sum itself is never made: most are seen not to isolate anybody from the first few classes, the large ones.
        bool Try(int from, long[][] taken, int weight)
        {
            for (var k = from; k < few.Length; k++)
            {
                var total = weight + sizes[pivots[few[k]]];
                if (total >= minimum) continue;
                if (++steps > MostSums) return true;
                long[][] next = [.. taken, rows[few[k]]];
                if (IsFew(next, sizes, minimum) || Try(k + 1, next, total)) return true;
            }
            return false;
        }
    }

    private static bool IsFew(long[][] rows, int[] sizes, int minimum)
    {
        var people = 0;
        for (var c = 0; c < sizes.Length; c++)
        {
            long sum = 0;
            foreach (var row in rows) sum += row[c];
            if (sum % Prime is not (0 or 1) || (sum % Prime == 1 && (people += sizes[c]) >= minimum)) return false;
        }
        return people > 0;
    }

    private static (int[] ClassOfPerson, int Count) Classes(IReadOnlyList<ulong[]> sets, int people)
    {
        var classOfPerson = new int[people];
        var count = Math.Min(1, people);
        foreach (var set in sets)
        {
            var number = new int[2 * count];
            count = 0;
            for (var i = 0; i < people; i++)
            {
                ref var n = ref number[2 * classOfPerson[i] + (Contains(set, i) ? 1 : 0)];
                if (n == 0) n = ++count;
                classOfPerson[i] = n - 1;
            }
        }
        return (classOfPerson, count);
    }

    private static bool Contains(ulong[] set, int person) => (set[person / 64] >> (person % 64) & 1) == 1;

    /// <summary>Reduced echelon form in place; redundant rows are removed. Returns the pivot column of each row.</summary>
    private static List<int> Reduce(List<long[]> rows)
    {
        var pivots = new List<int>();
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        for (var column = 0; column < columns && pivots.Count < rows.Count; column++)
        {
            var next = pivots.Count;
            var found = rows.FindIndex(next, row => row[column] != 0);
            if (found < 0) continue;
            (rows[next], rows[found]) = (rows[found], rows[next]);
            var pivot = rows[next];
            var inverse = Power(pivot[column], Prime - 2);
            for (var j = 0; j < columns; j++) pivot[j] = pivot[j] * inverse % Prime;
            for (var i = 0; i < rows.Count; i++)
            {
                var factor = rows[i][column];
                if (i == next || factor == 0) continue;
                for (var j = column; j < columns; j++)
                    if (pivot[j] != 0) rows[i][j] = (rows[i][j] + (Prime - factor) * pivot[j]) % Prime;
            }
            pivots.Add(column);
        }
        rows.RemoveRange(pivots.Count, rows.Count - pivots.Count);
        return pivots;
    }

    private static long Power(long value, long exponent)
    {
        long result = 1;
        for (; exponent > 0; exponent >>= 1, value = value * value % Prime)
            if ((exponent & 1) == 1) result = result * value % Prime;
        return result;
    }
}
