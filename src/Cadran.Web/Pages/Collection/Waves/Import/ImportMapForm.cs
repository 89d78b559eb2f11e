using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Collection;

/// <summary>The map of a file as a form sends it: for each column what it is, and what its values stand for.</summary>
public sealed class ImportMapForm
{
    public sealed class ColumnForm
    {
        public string Name { get; set; } = "";
        public string? Target { get; set; }
        public string? Values { get; set; }
    }

    public List<ColumnForm> Columns { get; set; } = [];
    public string? Values { get; set; }
    public string? Missing { get; set; }
    public string? DayFormat { get; set; } = DayFormats.Usual;

    /// <summary>Reasons whose rows are taken for answers all the same.</summary>
    public List<string> Keep { get; set; } = [];

    public static ImportMapForm From(ImportMap map, IReadOnlyList<ImportColumn> columns)
    {
        var targets = map.Items.ToDictionary(i => i.Column, i => (i.Target, i.Values));
        void Set(string? column, string target, IReadOnlyDictionary<string, string>? values = null)
        {
            if (column is not null) targets.TryAdd(column, (target, values ?? new Dictionary<string, string>()));
        }
        Set(map.Id, "@id");
        Set(map.Weight, "@weight");
        Set(map.Stratum, "@stratum");
        Set(map.Cluster, "@cluster");
        Set(map.Population, "@population");
        Set(map.Day, "@day");
        Set(map.Channel?.Column, "@channel", map.Channel?.Values);
        Set(map.Language?.Column, "@language", map.Language?.Values);
        static ColumnForm Form(string name, (string Target, IReadOnlyDictionary<string, string> Values) given) =>
            new() { Name = name, Target = given.Target, Values = Write(given.Values) };
        return new()
        {
            Columns = [.. columns.Select(c => Form(c.Name, targets.GetValueOrDefault(c.Name)))],
            Values = Write(map.Values),
            Missing = string.Join(", ", map.Missing),
            DayFormat = map.DayFormat,
            Keep = [.. map.Keep],
        };
    }

    /// <summary>The map, or the message of the first thing that is wrong, with its field.</summary>
    public ImportMap ToMap(QuestionnaireContent content, IReadOnlyList<ImportColumn> columns)
    {
        ColumnForm? One(string dimension)
        {
            List<ColumnForm> found = [.. Columns.Where(c => c.Target?.Trim() == dimension)];
            if (found.Count > 1)
                throw new RuleViolationException("import.dimension-twice", "Only one column can be “{0}”.", null, dimension[1..]);
            return found.Count == 0 ? null : found[0];
        }
        ImportField? Field(string dimension) =>
            One(dimension) is { } column ? new ImportField { Column = column.Name, Values = Read(column.Values) } : null;
        foreach (ColumnForm column in Columns)
        {
            if (columns.All(c => c.Name != column.Name)) throw new MissingException("The column");
            if (column.Target?.Trim() is { Length: > 0 } target
                && !ImportTargets.Dimensions.Contains(target) && ImportTargets.Item(content, target) is null)
                throw new RuleViolationException("import.unknown-item", "The questionnaire of this wave has no item “{0}”.", null, target);
        }
        var map = new ImportMap
        {
            Id = One("@id")?.Name,
            Weight = One("@weight")?.Name,
            Stratum = One("@stratum")?.Name,
            Cluster = One("@cluster")?.Name,
            Population = One("@population")?.Name,
            Channel = Field("@channel"),
            Language = Field("@language"),
            Day = One("@day")?.Name,
            DayFormat = DayFormat?.Trim() ?? "",
            Keep = [.. Keep.Where(code => Csv.RowReason.Keepable.Any(r => r.Code == code)).Distinct()],
            Values = Read(Values),
            Missing = [.. (Missing ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Items = [.. Columns.Where(c => c.Target?.Trim() is { Length: > 0 } target && target[0] != '@')
                .Select(c => (Column: c, Target: ImportTargets.Item(content, c.Target!.Trim())!.Value))
                .Select(c => new ImportItem
                {
                    Column = c.Column.Name,
                    Item = c.Target.Item,
                    Option = c.Target.Option,
                    Values = Read(c.Column.Values),
                })],
        };
        map.Check(content);
        return map;
    }

    /// <summary>"0 = na, 9 = dk" as it is typed.</summary>
    private static Dictionary<string, string> Read(string? typed)
    {
        var values = new Dictionary<string, string>();
        foreach (string pair in (typed ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] sides = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (sides.Length < 2 || sides[0].Length == 0)
                throw new RuleViolationException("import.values", "“{0}” is not written as “value = meaning”.", null, pair);
            values[sides[0]] = sides[1];
        }
        return values;
    }

    private static string Write(IReadOnlyDictionary<string, string>? values) =>
        values is null ? "" : string.Join(", ", values.Select(v => $"{v.Key} = {v.Value}"));
}
