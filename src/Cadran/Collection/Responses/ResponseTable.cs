using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// The closed answers of a wave in memory, column by column: what every figure is computed from. A table never changes; the next one
/// asked for has the responses that came meanwhile. Rows are in no meaningful order.
/// </summary>
internal sealed class ResponseTable
{
    private readonly Dictionary<string, TableItem> items;
    private readonly sbyte[][] answers;
    private readonly double[][] measures;
    private readonly double[] weights, populations;
    private readonly uint[] places;
    private readonly Lazy<Factor> day, channel, language, stratum, cluster;
    private readonly Lazy<Design> design;
    private string? fingerprint;
    private ResponseTable? ordered;
    private Func<ResponseTable, Design, Design>? known;

    internal ResponseTable(Guid waveId, QuestionnaireContent content, int rows, sbyte[][] answers, double[][] measures,
        double[] weights, double[] populations, uint[] places,
        Func<Factor> day, Func<Factor> channel, Func<Factor> language, Func<Factor> stratum, Func<Factor> cluster)
    {
        WaveId = waveId;
        Content = content;
        Rows = rows;
        items = TableItem.Of(content).Where(item => item.Column >= 0).ToDictionary(item => item.Question.Code, StringComparer.Ordinal);
        this.answers = answers;
        this.measures = measures;
        this.weights = weights;
        this.populations = populations;
        this.places = places;
        this.day = new(day);
        this.channel = new(channel);
        this.language = new(language);
        this.stratum = new(stratum);
        this.cluster = new(cluster);
        design = new(MakeDesign);
    }

    public Guid WaveId { get; }

    /// <summary>The questionnaire version these people answered.</summary>
    public QuestionnaireContent Content { get; }
    public int Rows { get; }

    /// <summary>Questions that have columns, in the order they were asked: all but comments.</summary>
    public IEnumerable<Question> Items => Content.Questions.Where(q => items.ContainsKey(q.Code));

    public bool Has(string code) => items.ContainsKey(code);

    /// <summary>
    /// The answers to a rating (codes of <see cref="RatingScale.Codes"/>, worst to best) or to a choice (index of the option, from 0), one
    /// per row; negative codes are <see cref="NoValue"/>. Throws <see cref="KeyNotFoundException"/> for an unknown code or one with a
    /// column per option.
    /// </summary>
    public ReadOnlyMemory<sbyte> Item(string code) => items.TryGetValue(code, out TableItem? item) && !item.ByOption
        ? answers[item.Column].AsMemory(0, Rows)
        : throw new KeyNotFoundException($"The wave has no rating or choice {code}.");

    /// <summary>The measurements of a question in one of its series, one per row; NaN where there is none.</summary>
    public ReadOnlyMemory<double> Measure(string code, NumberSeries series) =>
        items.TryGetValue(code, out TableItem? item) && item.Series.ToList().IndexOf(series) is >= 0 and int at
            ? measures[item.FirstMeasure + at].AsMemory(0, Rows)
            : throw new KeyNotFoundException($"The wave measures no {series.Part} of {code}.");

    /// <summary>Whether an option of a question with several choices was ticked: 1, 0, or a <see cref="NoValue"/>.</summary>
    public ReadOnlyMemory<sbyte> Option(string code, string optionCode) =>
        items.TryGetValue(code, out TableItem? item) && item.ColumnOf(optionCode) is >= 0 and int column
            ? answers[column].AsMemory(0, Rows)
            : throw new KeyNotFoundException($"The wave has no option {optionCode} of {code}.");

    /// <summary>
    /// The answers of <see cref="Item"/> as groups, labelled as they are written: options in the order they were offered, points of a
    /// scale from worst to best. Rows without an answer are in none.
    /// </summary>
    public Factor Groups(string code)
    {
        ReadOnlySpan<sbyte> column = Item(code).Span;
        (IReadOnlyList<string> names, int lowest) = items[code].Levels;
        var codes = new int[Rows];
        for (int i = 0; i < codes.Length; i++) codes[i] = column[i] < 0 ? -1 : column[i] - lowest;
        return Factor.FromCodes(codes, [.. names]);
    }

    public ReadOnlyMemory<double> Weights => weights.AsMemory(0, Rows);

    /// <summary>Clusters (or people, without clusters) in the population of the row's stratum; infinity when unknown.</summary>
    public ReadOnlyMemory<double> Population => populations.AsMemory(0, Rows);

    /// <summary>As <see cref="Response.Place"/>; none in a table of a closed wave that was read from its copy.</summary>
    public ReadOnlySpan<uint> Places => places.AsSpan(0, Math.Min(Rows, places.Length));

    /// <summary>Day of receipt as 2026-03-02.</summary>
    public Factor Day => day.Value;
    public Factor Channel => channel.Value;
    public Factor Language => language.Value;
    public Factor Stratum => stratum.Value;
    public Factor Cluster => cluster.Value;

    /// <summary>
    /// How these people came into the sample, from the stored weights, strata, clusters and populations; simple random without them.
    /// </summary>
    public Design Design => design.Value;

    /// <summary>
    /// The wave with some of its responses only, as if the others had not come. Weights stay; totals that they met are met by all together.
    /// </summary>
    /// <param name="rows">Rows to keep, counted from 0.</param>
    public ResponseTable Only(int[] rows) => new(WaveId, Content, rows.Length,
        [.. answers.Select(column => Take(column, rows))], [.. measures.Select(column => Take(column, rows))],
        Take(weights, rows), Take(populations, rows), places.Length == 0 ? [] : Take(places, rows), () => Take(Day, rows),
        () => Take(Channel, rows), () => Take(Language, rows), () => Take(Stratum, rows), () => Take(Cluster, rows))
    {
        known = rows.Length == Rows ? known : null,
    };

    /// <summary>The same responses with other weights, which meet known totals.</summary>
    /// <param name="others">One per row.</param>
    /// <param name="totals">Tells the design of such a table, whatever the order of its rows, which totals its weights meet.</param>
    public ResponseTable Weighted(double[] others, Func<ResponseTable, Design, Design> totals) => new(WaveId, Content, Rows, answers,
        measures, others, populations, places, () => Day, () => Channel, () => Language, () => Stratum, () => Cluster)
    {
        known = totals,
    };

    /// <summary>
    /// What the answers, weights and codes of all responses are, whatever their order: two tables with the same fingerprint give the same
    /// figures. It is no secret key: it is for noticing a change.
    /// </summary>
    public string Fingerprint => fingerprint ??= TableFingerprint.Of(this, answers, measures);

    /// <summary>
    /// The same responses in an order that their content decides. Sums of weights are rounded in the order of the rows: only from this
    /// table are figures the same to the last digit however a file was sorted and whatever ids chance gave. Without weights any order gives
    /// them.
    /// </summary>
    public ResponseTable InOrderOfContent => ordered ??=
        Weights.Span.ContainsAnyExcept(1.0) ? Only(TableFingerprint.Order(this, answers, measures)) : this;

    /// <summary>A table whose rows are in the order that <see cref="InOrderOfContent"/> gives them.</summary>
    /// <param name="labels">Day, channel, language, stratum and cluster.</param>
    internal static ResponseTable Ordered(Guid waveId, QuestionnaireContent content, int rows, sbyte[][] answers, double[][] measures,
        double[] weights, double[] populations, Factor[] labels)
    {
        var table = new ResponseTable(waveId, content, rows, answers, measures, weights, populations, [],
            () => labels[0], () => labels[1], () => labels[2], () => labels[3], () => labels[4]);
        return table.ordered = table;
    }

    /// <summary>Something made of all columns of answers and measurements and of the order that the content decides.</summary>
    internal T Columns<T>(Func<ResponseTable, sbyte[][], double[][], int[], T> make) =>
        make(this, answers, measures, TableFingerprint.Order(this, answers, measures));

    private static T[] Take<T>(T[] column, int[] rows) => Array.ConvertAll(rows, row => column[row]);

    // Levels that do not occur any more are not there.
    private static Factor Take(Factor factor, int[] rows)
    {
        int[] codes = Array.ConvertAll(rows, row => factor.Codes[row]);
        int[] levels = [.. codes.Where(code => code >= 0).Distinct().Order()];
        var place = new int[factor.Levels];
        for (int i = 0; i < levels.Length; i++) place[levels[i]] = i;
        return Factor.FromCodes(Array.ConvertAll(codes, code => code < 0 ? -1 : place[code]), [.. levels.Select(l => factor.Labels[l])]);
    }

    private Design MakeDesign()
    {
        ReadOnlySpan<double> own = Weights.Span;
        bool weighted = own.ContainsAnyExcept(1.0);
        Factor? strata = Whole(Stratum), clusters = Whole(Cluster);
        var drawn = Design.From(new DesignColumns
        {
            Rows = Rows,
            Weights = weighted ? own.ToArray() : null,
            Strata = strata,
            Clusters = clusters,
            Population = Populations.Usable(Population.Span, strata, clusters) ? Population.ToArray() : null,
            LoneCluster = LoneCluster.Average,
        });
        return known is null ? drawn : known(this, drawn);
    }

    // Responses without a code beside others that have one (an open link next to a sample) are a stratum or cluster of their own.
    private static Factor? Whole(Factor factor)
    {
        if (factor.Levels == 0) return null;
        if (!factor.Codes.Contains(-1)) return factor;
        int[] codes = factor.Codes.ToArray();
        codes.AsSpan().Replace(-1, factor.Levels);
        return Factor.FromCodes(codes, [.. factor.Labels, ""]);
    }
}
