namespace Cadran.Questionnaires;

/// <summary>
/// Joins the rows of a LimeSurvey file to questions. Until version 350 or so a question has one row for each language; since then its texts
/// are in sections of their own.
/// </summary>
internal sealed class LssTables
{
    private readonly ILookup<string, LssRow> questionTexts, answerTexts, groupTexts, attributes, subquestions, answers, conditions;
    private readonly LssDocument document;
    private readonly Dictionary<string, LssRow> byId = [];

    public LssTables(LssDocument document)
    {
        this.document = document;
        questionTexts = document.Rows("question_l10ns").ToLookup(r => r["qid"]);
        answerTexts = document.Rows("answer_l10ns").ToLookup(r => r["aid"]);
        groupTexts = document.Rows("group_l10ns").ToLookup(r => r["gid"]);
        attributes = document.Rows("question_attributes").ToLookup(r => r["qid"]);
        subquestions = document.Rows("subquestions").ToLookup(r => r["parent_qid"]);
        answers = document.Rows("answers").ToLookup(r => r["qid"]);
        conditions = document.Rows("conditions").ToLookup(r => r["qid"]);
        foreach (LssRow row in document.Rows("questions")) byId.TryAdd(row["qid"], row);
    }

    public IEnumerable<(LssRow Row, ForeignText Title, ForeignText Text)> Groups =>
        from rows in document.Rows("groups").GroupBy(r => r["gid"])
        let row = rows.First()
        orderby row.Number("group_order")
        select (row, Text(rows, groupTexts[rows.Key], "group_name"), Text(rows, groupTexts[rows.Key], "description"));

    public IEnumerable<LssQuestion> Questions(string part) =>
        from rows in document.Rows("questions").Where(r => r["gid"] == part && r["parent_qid"] is "" or "0").GroupBy(r => r["qid"])
        let row = rows.First()
        orderby row.Number("question_order")
        select new LssQuestion(row, Text(rows, questionTexts[rows.Key], "question"), Text(rows, questionTexts[rows.Key], "help"))
        {
            Attributes = attributes[rows.Key].ToLookup(a => a["attribute"]),
            Parts = Parts(rows.Key),
            Answers = Answers(rows.Key),
            ShownWhen = Rule(row),
        };

    /// <summary>The type of the question with that number; empty where there is none.</summary>
    public string TypeOf(string id) => byId.GetValueOrDefault(id)?["type"] ?? "";

    public ForeignText Survey(string column)
    {
        var text = new ForeignText();
        foreach (LssRow row in document.Rows("surveys_languagesettings")) text.With(row["surveyls_language"], row[column]);
        return text;
    }

    /// <summary>Its rule; files without a column for rules have conditions instead.</summary>
    private ForeignRule? Rule(LssRow row)
    {
        if (row["relevance"] is { Length: > 0 } written) return Rule(written);
        return row.Has("relevance") ? null : LssConditions.Read([.. conditions[row["qid"]]], TypeOf);
    }

    public static ForeignRule? Rule(string written) =>
        written.Trim() is "" or "1" or "(1)" or "((1))" ? null : ExpressionParser.Read(written, ExpressionDialect.LimeSurvey);

    private List<LssPart> Parts(string id) =>
    [
        .. from rows in subquestions[id].GroupBy(r => r["qid"])
           let row = rows.First()
           orderby row.Number("scale_id"), row.Number("question_order")
           select new LssPart(row["title"], Text(rows, questionTexts[rows.Key], "question"), row.Number("scale_id"), row["relevance"]),
    ];

    private List<LssPart> Answers(string id) =>
    [
        .. from rows in answers[id].GroupBy(r => (r["code"], r["scale_id"]))
           let row = rows.First()
           orderby row.Number("scale_id"), row.Number("sortorder")
           select new LssPart(row["code"], Text(rows, rows.SelectMany(r => answerTexts[r["aid"]]), "answer"), row.Number("scale_id"), ""),
    ];

    private static ForeignText Text(IEnumerable<LssRow> rows, IEnumerable<LssRow> texts, string column)
    {
        var text = new ForeignText();
        foreach (LssRow row in texts.Concat(rows.Where(r => r.Has("language")))) text.With(row["language"], row[column]);
        return text;
    }
}
