using System.Text.Json;
using System.Text.Json.Serialization;
using Cadran.Questionnaires;

namespace Cadran.Collection;

/// <summary>
/// How a file of somebody else becomes responses: which column is which item, what its values mean, and where weight and sample
/// design stand. The file form is documented in docs/operations/import-responses.md.
/// </summary>
public sealed record ImportMap
{
    public const string CurrentSchema = "cadran.response-map/1";

    private static readonly JsonSerializerOptions Json = new(Mapping.JsonOptions)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
    };

    public string Schema { get; init; } = CurrentSchema;

    /// <summary>
    /// Column that names each response in its source. With it a response counts once over all files; without, once per file and row.
    /// </summary>
    public string? Id { get; init; }
    public string? Weight { get; init; }
    public string? Stratum { get; init; }
    public string? Cluster { get; init; }
    public string? Population { get; init; }
    public ImportField? Channel { get; init; }
    public ImportField? Language { get; init; }

    /// <summary>Column with the day of each answer; <see cref="DayFormat"/> tells how it is written.</summary>
    public string? Day { get; init; }
    public string DayFormat { get; init; } = DayFormats.Usual;

    /// <summary>Recoding of all items: the code of a <see cref="NoValueCode"/>, "" for no answer, or another value.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Cells that mean that nothing was recorded, in any column. An empty cell always does.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
    public IReadOnlyList<ImportItem> Items { get; init; } = [];

    /// <summary>Codes of the <see cref="Csv.RowReason"/>s whose rows are taken for answers all the same.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];

    /// <summary>How a file is read under the map.</summary>
    internal Csv.CsvOptions Reading() => new() { Survey = true, RaggedRows = Csv.RaggedRows.Deliver, Keep = Keep.ToHashSet() };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a map file; a broken one is a <see cref="RuleViolationException"/> that says where.</summary>
    public static ImportMap Parse(string json)
    {
        ImportMap? map;
        try
        {
            map = JsonSerializer.Deserialize<ImportMap>(json, Json);
        }
        catch (JsonException broken)
        {
            throw new RuleViolationException("import.map-json", "The map file cannot be read: {0}", null, broken.Message);
        }
        if (map is null || map.Schema != CurrentSchema)
            throw new RuleViolationException("import.map-schema", "The map file must have the schema “{0}”.", null, CurrentSchema);
        return map;
    }

    /// <summary>Throws when the map does not fit the questionnaire. Columns are checked against the file when it is opened.</summary>
    public void Check(QuestionnaireContent content)
    {
        if (Items.Count == 0)
            throw new RuleViolationException("import.no-items", "Map at least one column to an item of the questionnaire.");
        if (Items.FirstOrDefault(i => content.Find(i.Item) is null) is { } unknown)
            throw new RuleViolationException("import.unknown-item",
                "The questionnaire of this wave has no item “{0}”.", null, unknown.Item);
        if (Items.FirstOrDefault(i => i.Option is { } option
            && !(content.Find(i.Item)! is var question && question.Kind.FileParts(question).Contains(option))) is { } none)
            throw new RuleViolationException("import.unknown-option",
                "The item “{0}” has no option “{1}” that several columns could hold.", null, none.Item, none.Option!);
        if (Keep.FirstOrDefault(code => Csv.RowReason.Keepable.All(r => r.Code != code)) is { } reason)
            throw new RuleViolationException("import.unknown-reason", "No rows are left out as “{0}”.", null, reason);
        if (Day is not null && string.IsNullOrWhiteSpace(DayFormat))
            throw new RuleViolationException("import.day-format",
                "The days of this file can be read in more than one way: write how a day is written, such as MM/dd/yyyy or dd/MM/yyyy.",
                "Input.DayFormat");
        // An item has one column, or one for each of its options.
        if (Items.GroupBy(i => i.Item).FirstOrDefault(g => g.Count() > 1
            && (g.Any(i => i.Option is null) || g.DistinctBy(i => i.Option).Count() < g.Count())) is { } twice)
            throw new RuleViolationException("import.item-twice", "The item “{0}” is mapped to more than one column.", null, twice.Key);
    }

    /// <summary>Every column the map names.</summary>
    [JsonIgnore]
    public IEnumerable<string> Columns =>
        new[] { Id, Weight, Stratum, Cluster, Population, Channel?.Column, Language?.Column, Day }.OfType<string>()
            .Concat(Items.Select(i => i.Column));
}
