namespace Cadran.Questionnaires;

/// <summary>Questionnaires of LimeSurvey, of any version of its database that exports .lss.</summary>
internal sealed partial class LssReader
{
    public const string Tool = "LimeSurvey";

    private readonly LssTables tables;
    private readonly LssDocument document;
    private readonly IReadOnlyList<string> spoken;
    private readonly ContentBuilder builder;

    private LssReader(LssDocument document)
    {
        this.document = document;
        tables = new(document);
        LssRow? survey = document.Rows("surveys") is [var first, ..] ? first : null;
        string[] declared = [survey?["language"] ?? "", .. document.Languages,
            .. document.Rows("surveys_languagesettings").Select(r => r["surveyls_language"])];
        spoken = [.. declared.Where(l => l.Length > 0).Distinct()];
        builder = new(new(spoken.Count == 0 ? [""] : spoken));
    }

    public static ImportedQuestionnaire Read(LssDocument document, string fileName, LssDocument? responses = null)
    {
        if (document.Type is not ("Survey" or "Group" or "Question"))
            throw new RuleViolationException("interchange.no-tool", LossNotes.NoTool);
        var reader = new LssReader(document);
        reader.Survey();
        ForeignText welcome = reader.tables.Survey("surveyls_description").Then(reader.tables.Survey("surveyls_welcometext"), "\n\n");
        ForeignText policy = reader.tables.Survey("surveyls_policy_notice");
        if (!policy.IsEmpty) reader.builder.Tell(LossKind.Changed, "surveys_languagesettings", "surveyls_policy_notice",
            LossNotes.PolicyLeft);
        byte[]? csv = null;
        int people = 0;
        if (responses is not null) (csv, people) = LssResponses.Write(responses, reader.builder);
        return reader.builder.Finish(Tool, fileName, reader.tables.Survey("surveyls_title"), welcome.Then(policy, "\n\n"),
            reader.tables.Survey("surveyls_endtext")) with
        { Responses = csv, ResponseCount = people };
    }

    private void Survey()
    {
        foreach (var (row, title, text) in tables.Groups)
        {
            string place = $"line {row.Line}";
            builder.Begin("g" + row["gid"], title, text, place, LssTables.Rule(row["grelevance"]));
            if (row["randomization_group"].Length > 0)
                builder.Tell(LossKind.Left, place, row["randomization_group"], LossNotes.RandomLeft);
            foreach (LssQuestion question in tables.Questions(row["gid"])) Ask(question);
        }
        foreach (LssRow quota in document.Rows("quota"))
            builder.Tell(LossKind.Left, $"line {quota.Line}", quota["name"], LossNotes.QuotasLeft, quota["qlimit"]);
        if (document.Rows("assessments") is [var assessment, ..])
            builder.Tell(LossKind.Left, $"line {assessment.Line}", "assessments", LossNotes.AssessmentsLeft);
        if (document.Rows("surveys_languagesettings") is not [var settings, ..]) return;
        if (settings["surveyls_email_invite"].Length > 0)
            builder.Tell(LossKind.Left, $"line {settings.Line}", "surveyls_email_…", LossNotes.LettersLeft);
        if (settings["surveyls_url"] is { Length: > 0 } url)
            builder.Tell(LossKind.Left, $"line {settings.Line}", "surveyls_url", LossNotes.EndAddressLeft, ShortText.Of(url));
    }

    /// <summary>The question itself, for kinds that ask one.</summary>
    private static ForeignQuestion One(LssQuestion from, QuestionKind kind) => new(from.Name, from.Place, kind, from.Text)
    {
        Aliases = [from.Address],
        Hint = from.Help,
        Required = from.Required,
        ShownWhen = from.ShownWhen,
        Checks = from.Attribute("em_validation_q") is { Length: > 0 } check
            ? [new(ExpressionParser.Read(check, ExpressionDialect.LimeSurvey), from.AttributeText("em_validation_q_tip"))] : [],
        RandomOptions = from.Is("random_order") || from.Attribute("answer_order") == "random",
    };

    /// <summary>One of several questions that a question becomes.</summary>
    private static ForeignQuestion Part(LssQuestion from, QuestionKind kind, string name, ForeignText text, LssPart part,
        params string[] aliases) =>
        new(name, from.Place, kind, text)
        {
            Aliases = aliases,
            Required = from.Required,
            ShownWhen = ForeignRule.Both(ForeignRule.Both(from.ShownWhen, LssTables.Rule(part.Relevance)), Filter(from, part)),
            RandomOptions = false,
        };

    /// <summary>A line is shown when the option of the same code was chosen in an earlier question, or was not.</summary>
    private static ForeignRule? Filter(LssQuestion from, LssPart part)
    {
        ForeignRule? rule = null;
        foreach (string other in Named("array_filter"))
            rule = ForeignRule.Both(rule, new($"array_filter {other}_{part.Code}", Chosen(other)));
        foreach (string other in Named("array_filter_exclude"))
            rule = ForeignRule.Both(rule, new($"array_filter_exclude {other}_{part.Code}", new ForeignExpression.Not(Chosen(other))));
        return rule;

        IEnumerable<string> Named(string attribute) =>
            from.Attribute(attribute).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(5);

        ForeignExpression Chosen(string other) => new ForeignExpression.Binary("=",
            new ForeignExpression.Name($"{other}_{part.Code}"), new ForeignExpression.Literal("Y"));
    }

    private ForeignText Said(string en, string fr, string nl, string de)
    {
        var text = new ForeignText();
        foreach (string language in spoken.Count == 0 ? [""] : spoken)
            text.With(language, language.Split('-')[0] switch { "fr" => fr, "nl" => nl, "de" => de, _ => en });
        return text;
    }

    private ForeignOption Other(LssQuestion from) =>
        new("other", from.AttributeText("other_replace_text") is { IsEmpty: false } said ? said
            : Said("Other", "Autre", "Andere", "Sonstiges"))
        {
            TakesText = true,
        };
}
