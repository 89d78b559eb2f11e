using System.Globalization;

namespace Cadran.Statistics.Tests.Drivers;

/// <summary>A small CSV of the oracle folder, read by column name; skips the test visibly when the folder is absent.</summary>
internal sealed class OracleTable
{
    private readonly Dictionary<string, string[]> columns = [];

    private OracleTable(string path)
    {
        var lines = File.ReadAllLines(path).Select(Split).ToArray();
        for (var c = 0; c < lines[0].Length; c++) columns[lines[0][c]] = [.. lines.Skip(1).Select(l => l[c])];
        Rows = lines.Length - 1;
    }

    public int Rows { get; }

    public static OracleTable Read(string name) => new(PathOf(name));

    public static string PathOf(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, "shared", "data", "oracle", name);
            if (Environment.GetEnvironmentVariable("CADRAN_DATA") is { Length: > 0 } data) path = Path.Combine(data, "oracle", name);
            if (File.Exists(path)) return path;
        }
        if (Environment.GetEnvironmentVariable("CADRAN_REQUIRE") == "all") Assert.Fail($"oracle/{name} not found");
        Assert.Skip($"oracle/{name} not found; set CADRAN_DATA");
        return "";
    }

    public double[] Numbers(string column) => Array.ConvertAll(columns[column], v => v is "" or "NA" ? double.NaN : double.Parse(v, CultureInfo.InvariantCulture));

    public string[] Text(string column) => columns[column];

    public OracleTable Where(Func<int, bool> keep)
    {
        var kept = Enumerable.Range(0, Rows).Where(keep).ToArray();
        return new OracleTable(columns.ToDictionary(c => c.Key, c => kept.Select(i => c.Value[i]).ToArray()), kept.Length);
    }

    private OracleTable(Dictionary<string, string[]> columns, int rows) => (this.columns, Rows) = (columns, rows);

    private static string[] Split(string line) => [.. line.Split(',').Select(v => v.Trim('"'))];
}
