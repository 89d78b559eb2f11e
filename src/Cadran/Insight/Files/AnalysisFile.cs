using Cadran.Csv;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Reads a file of ratings for the analysis, in one pass. What cannot be analysed is refused with its row, column and
/// reason.</summary>
public sealed class AnalysisFile
{
    private const int RowsBetweenReports = 1 << 15;

    private readonly CsvReader csv;
    private readonly RatingColumn[] ratings;
    private readonly NumberColumn? weights, population;
    private readonly CategoryColumn? strata, clusters, wave;
    private readonly CategoryColumn[] by;
    private readonly List<int> rowNumbers = [];

    private AnalysisData data = null!;

    private AnalysisFile(CsvReader csv, AnalysisColumns names)
    {
        this.csv = csv;
        ratings = [.. names.Drivers.Prepend(names.Overall).Select(name => new RatingColumn(csv.Column(name), name, names))];
        weights = names.Weight is { } w ? new(csv.Column(w), w, NumberKind.Weight) : null;
        population = names.Population is { } p ? new(csv.Column(p), p, NumberKind.Population) : null;
        strata = Category(names.Strata, required: true);
        clusters = Category(names.Cluster, required: true);
        wave = Category(names.Wave, required: false);
        by = [.. names.By.Select(name => Category(name, required: false)!)];
    }

    /// <exception cref="CsvException">The file or a cell cannot be used; <c>csv.missing-column</c> when a named column is not
    /// there.</exception>
    public static AnalysisFile Read(string path, AnalysisColumns columns, Action<int, double>? progress = null)
    {
        using var csv = CsvReader.Open(path);
        var file = new AnalysisFile(csv, columns);
        file.ReadRows(progress);
        file.data = file.Data(columns);
        return file;
    }

    public int Rows => data.Rows;

    /// <summary>The standard analysis of the file.</summary>
    public AnalysisResult Analyse(AnalysisOptions options) => Analysis.Run(data, options);

    private CategoryColumn? Category(string? name, bool required) => name is null ? null : new(csv.Column(name), name, required);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]
    private void ReadRows(Action<int, double>? progress)
    {
        foreach (CsvRow row in csv)
        {
            rowNumbers.Add((int)row.Number);
            foreach (RatingColumn rating in ratings) rating.Add(row);
            weights?.Add(row);
            population?.Add(row);
            strata?.Add(row);
            clusters?.Add(row);
            wave?.Add(row);
            foreach (CategoryColumn group in by) group.Add(row);
            if (progress is not null && rowNumbers.Count % RowsBetweenReports == 0)
                progress(rowNumbers.Count, csv.Progress.Total > 0 ? (double)csv.Progress.Done / csv.Progress.Total : double.NaN);
        }
        if (rowNumbers.Count == 0) throw new CsvException(new CsvError("analysis.no-rows", "The file has column names but no rows.", []));
    }

    private AnalysisData Data(AnalysisColumns names)
    {
        var columns = new DesignColumns
        {
            Rows = rowNumbers.Count,
            Strata = strata?.Factor(),
            Clusters = clusters?.Factor(),
            Weights = weights?.Values,
            Population = population?.Values,
        };
        var checks = new AnalysisFileChecks(rowNumbers, ratings, weights, population, strata, clusters);
        checks.Design(columns);
        checks.Ratings();
        AnalysisItem[] items = [.. ratings.Select(r => AnalysisItem.Rated(r.Name, r.Answers, names.Scale))];
        return new()
        {
            Overall = items[0],
            Drivers = items[1..],
            Design = Design.From(columns),
            By = [.. by.Select(b => new Grouping(b.Name, b.Factor()))],
            Wave = wave?.Factor(),
        };
    }
}
