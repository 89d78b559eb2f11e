namespace Cadran.Questionnaires;

/// <summary>A question of a LimeSurvey file with its texts and attributes; its type is one letter or sign.</summary>
internal sealed record LssQuestion(LssRow Row, ForeignText Text, ForeignText Help)
{
    /// <summary>Values by name, and by name and language where there are several.</summary>
    public required ILookup<string, LssRow> Attributes { get; init; }

    /// <summary>Lines of a table (scale 0) and its columns (scale 1), options of several choices, fields of several texts.</summary>
    public required IReadOnlyList<LssPart> Parts { get; init; }

    /// <summary>What can be chosen (scale 0), and the second scale of a table with two.</summary>
    public required IReadOnlyList<LssPart> Answers { get; init; }

    public ForeignRule? ShownWhen { get; init; }
    public string Id => Row["qid"];
    public string Name => Row["title"] is { Length: > 0 } title ? title : "q" + Id;
    public string Type => Row["type"];
    public string Place => $"line {Row.Line}";
    public string Address => $"{Row["sid"]}X{Row["gid"]}X{Id}";
    public bool Required => Row["mandatory"] == "Y";
    public bool HasOther => Row["other"] == "Y";

    public string Attribute(string name) => Attributes[name].Select(a => a["value"]).FirstOrDefault(v => v.Length > 0) ?? "";

    public bool Is(string name) => Attribute(name) == "1";

    public ForeignText AttributeText(string name)
    {
        var text = new ForeignText();
        foreach (LssRow row in Attributes[name]) text.With(row["language"], row["value"]);
        return text;
    }

    public decimal? Number(string name) => decimal.TryParse(Attribute(name), System.Globalization.NumberStyles.Float,
        System.Globalization.CultureInfo.InvariantCulture, out decimal number) ? number : null;

    public int? Count(string name) => Number(name) is { } number && number is >= 0 and <= 1000 && number == Math.Floor(number)
        ? (int)number : null;

    public IEnumerable<LssPart> Lines => Parts.Where(p => p.Scale == 0);
    public IEnumerable<LssPart> Columns => Parts.Where(p => p.Scale == 1);
    public IEnumerable<LssPart> Scale(int scale) => Answers.Where(a => a.Scale == scale);
}
