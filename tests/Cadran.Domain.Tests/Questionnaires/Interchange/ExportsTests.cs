using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cadran.Questionnaires;
using Cadran.Tests.Support;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Json.Schema;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>Questionnaires that leave: every kind, in two languages, with rules.</summary>
public sealed partial class ExportsTests
{
    private static readonly QuestionnaireContent Every = EveryQuestion.Content;

    [Fact]
    public void OurOwnFile_IsReadAgainTheSame_AndFollowsItsSchema()
    {
        byte[] written = CadranJsonFile.Write("Every kind", Every);
        ImportedQuestionnaire again = Forms.Read(written, "x.json");
        Assert.True(VersionChanges.Between(Every, again.Content).None);
        Assert.Equal("Every kind", again.Name);
        JsonSchema schema = JsonSchema.FromFile(Path.Combine(Sources.Root, "docs", "schemas", "questionnaire.schema.json"));
        using JsonDocument document = JsonDocument.Parse(written);
        EvaluationResults results = schema.Evaluate(document.RootElement, new() { OutputFormat = OutputFormat.List });
        Assert.True(results.IsValid, string.Join("\n", (results.Details ?? []).Where(d => d.Errors is not null)
            .Select(d => $"{d.InstanceLocation}: {string.Join(", ", d.Errors!.Values)}").Take(20)));
        using JsonDocument wrong = JsonDocument.Parse(System.Text.Encoding.UTF8.GetString(written)
            .Replace("\"YesNo\"", "\"Maybe\"", StringComparison.Ordinal));
        Assert.False(schema.Evaluate(wrong.RootElement).IsValid);
    }

    [Theory]
    [InlineData("\"kind\": \"YesNo\"", "\"kind\": \"Maybe\"", "content")]
    [InlineData("\"title\"", "\"titel\"", "content")]
    [InlineData("cadran.questionnaire/1", "cadran.questionnaire/9", "cadran.questionnaire/9")]
    public void AFileThatIsNotOurs_IsRefusedWithThePlace(string there, string instead, string place)
    {
        string text = System.Text.Encoding.UTF8.GetString(CadranJsonFile.Write("x", Every));
        RuleViolationException refused = Assert.Throws<RuleViolationException>(() => Forms.Read(Once(text, there, instead)));
        Assert.Equal("The file does not follow the schema of questionnaires: {0}", refused.Message);
        Assert.StartsWith(place, (string)refused.Args[0]);
    }

    private static string Once(string text, string there, string instead)
    {
        int at = text.IndexOf(there, StringComparison.Ordinal);
        Assert.True(at >= 0, there);
        return string.Concat(text.AsSpan(0, at), instead, text.AsSpan(at + there.Length));
    }

    [Fact]
    public void SurveyJs_KeepsCodesTextsAndRules_WhenReadAgain()
    {
        ExportedQuestionnaire written = SurveyJsWriter.Write("Every kind", Every);
        ImportedQuestionnaire again = Forms.Read(written.Bytes, "x.json");
        foreach (string code in (string[])["sat", "yn", "one", "many", "order", "count", "day", "words", "comment"])
        {
            Assert.Equal(Every.Find(code)!.Kind, again.Content.Find(code)!.Kind);
            Assert.Equal(Every.Find(code)!.Text, again.Content.Find(code)!.Text);
        }
        Assert.Equal(new Condition.Chose("yn", "yes"), again.Content.Find("one")!.ShownWhen);
        Assert.Equal(Every.Find("sat")!.Scale, again.Content.Find("sat")!.Scale);
        Assert.Equal(["en", "fr"], again.Content.Languages);
    }

    [Fact]
    public void XlsForm_KeepsCodesTextsAndRules_WhenReadAgain()
    {
        ExportedQuestionnaire written = XlsFormWriter.Write("Every kind", Every);
        ImportedQuestionnaire again = Forms.Read(written.Bytes, "x.xlsx");
        foreach (string code in (string[])["sat", "one", "many", "order", "count", "day", "words", "comment"])
        {
            Assert.Equal(Every.Find(code)!.Kind, again.Content.Find(code)!.Kind);
            Assert.Equal(Every.Find(code)!.Text, again.Content.Find(code)!.Text);
        }
        Assert.Equal(new Condition.Chose("yn", "yes"), again.Content.Find("one")!.ShownWhen);
        Assert.Equal(["en", "fr"], again.Content.Languages);
    }

    /// <summary>
    /// The rules by which pyxform refuses a form: sheets and columns that it knows, types that it knows, names that XML takes and that are
    /// used once, lists that exist with names that are used once and hold no space, groups that are closed in order, references to
    /// questions that
    /// exist, a label for what is shown, and a default language that some column has.
    /// </summary>
    [Theory, MemberData(nameof(SampleFormsTests.Samples), MemberType = typeof(SampleFormsTests))]
    public void XlsForm_KeepsTheRulesOfPyxform(string sample)
    {
        QuestionnaireContent content = Every;
        try
        {
            if (sample.Length > 0) content = Forms.Sample(sample["forms/".Length..]).Content;
        }
        catch (RuleViolationException) { return; }
        using var file = new MemoryStream(XlsFormWriter.Write("Every kind", content).Bytes);
        IReadOnlyList<XlsFormSheet> sheets = XlsFormSheets.Read(file);
        Assert.Equal(["survey", "choices", "settings"], sheets.Select(s => s.Name));
        XlsFormSheet survey = sheets[0], choices = sheets[1], settings = sheets[2];
        var lists = choices.Rows.Select(r => (List: choices.Cell(r.Cells, "list_name"), Name: choices.Cell(r.Cells, "name"))).ToList();
        Assert.Equal(lists.Count, lists.Distinct().Count());
        Assert.All(lists, l => Assert.DoesNotContain(' ', l.Name));
        var open = new Stack<string>();
        var names = new HashSet<string>();
        foreach (var (number, cells) in survey.Rows)
        {
            string type = survey.Cell(cells, "type"), name = survey.Cell(cells, "name");
            if (type == "begin_group") open.Push(name);
            else if (type == "end_group") Assert.True(open.TryPop(out _), $"row {number}");
            if (type == "end_group") continue;
            Assert.True(XmlName().IsMatch(name) && names.Add(name), $"row {number}: {name}");
            string[] words = type.Split(' ');
            Assert.Contains(words[0], (string[])["begin_group", "note", "text", "integer", "decimal", "date", "select_one",
                "select_multiple", "rank",
                "calculate", "hidden", "file"]);
            if (words[0] is "select_one" or "select_multiple" or "rank") Assert.Contains(lists, l => l.List == words[1]);
            if (words[0] is not ("calculate" or "hidden" or "begin_group")) Assert.False(survey.Text(cells, "label").IsEmpty,
                $"row {number}: no label");
        }
        Assert.Empty(open);
        foreach (var (number, cells) in survey.Rows)
            foreach (string column in (string[])["relevant", "constraint", "required", "calculation"])
                foreach (Match match in Reference().Matches(survey.Cell(cells, column)))
                    Assert.True(names.Contains(match.Groups[1].Value), $"row {number}: {match.Value}");
        Assert.Contains("label::" + settings.Cell(settings.Rows[0].Cells, "default_language"), survey.Header);
        Assert.Matches("^[A-Za-z_][A-Za-z0-9_.-]*$", settings.Cell(settings.Rows[0].Cells, "form_id"));
    }

    [Fact]
    public void Word_IsValid_AndHoldsEveryText()
    {
        using var file = new MemoryStream(DocxWriter.Write("Every kind", Every).Bytes);
        using WordprocessingDocument document = WordprocessingDocument.Open(file, false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        string text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(Every.Questions, q => Assert.Contains(q.Code, text));
        Assert.All(Every.Questions, q => Assert.Contains(q.Text.Fr.Split('\n')[0], text));
    }

    [Fact]
    public void Ddi_HasAVariableForEachColumn()
    {
        XDocument book = XDocument.Load(new MemoryStream(DdiWriter.Write("Every kind", Every).Bytes));
        XNamespace ddi = "ddi:codebook:2_5";
        Assert.Equal(ddi + "codeBook", book.Root!.Name);
        Assert.Equal(["docDscr", "stdyDscr", "dataDscr"], book.Root.Elements().Select(e => e.Name.LocalName));
        Assert.Equal(Every.Questions.SelectMany(q => q.Kind.Columns(q)),
            book.Descendants(ddi + "var").Select(v => (string)v.Attribute("name")!));
        Assert.All(book.Descendants(ddi + "varGrp"), g => Assert.All(((string)g.Attribute("var")!).Split(' '),
            id => Assert.Contains(book.Descendants(ddi + "var"), v => (string)v.Attribute("ID")! == id)));
        XElement sat = book.Descendants(ddi + "var").First(v => (string)v.Attribute("name")! == "sat");
        Assert.Equal(["labl", "labl", "qstn", "catgry", "catgry", "catgry", "catgry", "catgry", "catgry", "varFormat"],
            sat.Elements().Select(e => e.Name.LocalName));
        Assert.Equal("Y", (string?)sat.Elements(ddi + "catgry").Last().Attribute("missing"));
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]*$")]
    private static partial Regex XmlName();

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Reference();
}
