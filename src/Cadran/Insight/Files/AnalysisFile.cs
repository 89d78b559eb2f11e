using Cadran.Csv;
using Cadran.Statistics;

namespace Cadran.Insight;

/// <summary>Reads a file of ratings for the analysis, in one pass. What cannot be analysed is refused with its row, column and
/// reason.</summary>
public sealed class AnalysisFile
{
    private const int RowsBetweenReports = 1 << 15;

    /// <summary>With fewer ratings, a point that nobody chose says nothing of the scale.</summary>
    private const int EnoughToDoubt = 30;

    private readonly CsvReader csv;
    private readonly RatingColumn[] ratings;
    private readonly NumberColumn? weights, population;
    private readonly CategoryColumn? strata, clusters, wave;
    private readonly CategoryColumn[] by;
    private readonly List<int> rowNumbers = [];

    private AnalysisData data = null!;
    private WaveOrder? order;

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
        using var csv = CsvReader.Open(path, Options(columns));
        var file = new AnalysisFile(csv, columns);
        try
        {
            file.ReadRows(progress);
        }
        catch (CsvException refused) when (refused.Error is { Code: RatingColumn.OffScale, ColumnName: { } column })
        {
            throw ScaleHint.Of(refused.Error, path, column, columns);
        }
        file.data = file.Data(columns);
        file.Facts = file.Found(columns);
        return file;
    }

    internal static CsvOptions Options(AnalysisColumns columns) => new() { Survey = true, Keep = columns.Keep };

    public FileFacts Facts { get; private set; } = null!;

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
        Factor? waves = wave?.Factor((order = WaveOrder.Of(wave, names.WaveOrder)).Waves);
        Factor? stratum = strata?.Factor(), cluster = clusters?.Factor();
        bool separate = waves is not null && population is not null && WaveStrata.AreSeparate(waves, stratum, cluster, population.Read);
        var columns = new DesignColumns
        {
            Rows = rowNumbers.Count,
            Strata = separate ? WaveStrata.Of(waves!, stratum) : stratum,
            Clusters = cluster,
            Weights = weights?.Values,
            Population = population?.Values,
        };
        var checks = new AnalysisFileChecks(rowNumbers, ratings, weights, population, strata, clusters);
        checks.Design(columns);
        checks.Ratings();
        AnalysisItem[] items = [.. ratings.Select(r => AnalysisItem.Rated(r.Name, r.Answers, names.ScaleOf(r.Name)))];
        return new()
        {
            Overall = items[0],
            Drivers = items[1..],
            Design = Design.From(columns),
            By = [.. by.Select(b => new Grouping(b.Name, b.Factor()))],
            Wave = waves,
            // As two waves are compared on their page: people of one are no part of the other's sample.
            WaveDesign = waves is null || separate || cluster is not null ? null
                : Design.From(columns with { Strata = WaveStrata.Of(waves, stratum), LoneCluster = LoneCluster.Average }),
        };
    }

    private FileFacts Found(AnalysisColumns names)
    {
        List<(string, int, int)> doubtful = [];
        foreach (RatingColumn rating in ratings.Where(r => !names.Scales.ContainsKey(r.Name)))
        {
            int rated = 0, highest = -1;
            foreach (sbyte answer in rating.Read)
            {
                if (answer < 0) continue;
                rated++;
                highest = Math.Max(highest, answer);
            }
            if (rated >= EnoughToDoubt && highest < names.Scale.Maximum) doubtful.Add((rating.Name, highest, names.Scale.Maximum));
        }
        return new(csv.LeftOut, csv.ShortRows, [.. csv.Header.Except(names.Used)], csv.Sheets, order, doubtful);
    }
}
