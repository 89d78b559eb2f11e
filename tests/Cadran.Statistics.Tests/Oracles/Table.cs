using System.Globalization;
using System.Text;

namespace Cadran.Statistics.Tests;

/// <summary>A small data set by column.</summary>
public sealed class Table
{
    private readonly Dictionary<string, string[]> columns;

    private Table(Dictionary<string, string[]> columns, int rows) { this.columns = columns; Rows = rows; }

    public int Rows { get; }
    public IEnumerable<string> Columns => columns.Keys;
    public string[] Text(string column) => columns[column];

    /// <summary>Numbers of a column; blank and NA are NaN.</summary>
    public double[] Numbers(string column) =>
        [.. columns[column].Select(s => s is "" or "NA" ? double.NaN : double.Parse(s, CultureInfo.InvariantCulture))];

    /// <summary>Answer codes of a column; blank and NA are missing.</summary>
    public sbyte[] Answers(string column) => [.. Numbers(column).Select(v => double.IsNaN(v) ? (sbyte)NoValue.Missing : (sbyte)v)];

    public Factor Factor(string column) => Cadran.Statistics.Factor.Of(columns[column]);

    public Table Where(Func<int, bool> keep)
    {
        int[] rows = [.. Enumerable.Range(0, Rows).Where(keep)];
        return new(columns.ToDictionary(c => c.Key, c => rows.Select(r => c.Value[r]).ToArray()), rows.Length);
    }

    public static Table Read(string path)
    {
        var lines = File.ReadAllLines(path).Where(l => l.Length > 0).Select(Split).ToArray();
        var names = lines[0];
        return new(names.Select((n, k) => (n, k)).ToDictionary(x => x.n, x => lines.Skip(1).Select(l => l[x.k]).ToArray()),
            lines.Length - 1);
    }

    private static string[] Split(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) { fields.Add(field.ToString()); field.Clear(); }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return [.. fields];
    }
}
