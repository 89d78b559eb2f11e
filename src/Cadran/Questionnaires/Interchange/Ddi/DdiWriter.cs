using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Cadran.Questionnaires;

/// <summary>A questionnaire as DDI Codebook 2.5: a variable for each column of its answers, with its question and categories.</summary>
internal static class DdiWriter
{
    private static readonly XNamespace Ddi = "ddi:codebook:2_5";

    public static ExportedQuestionnaire Write(string name, QuestionnaireContent content)
    {
        string first = content.Languages is [var one, ..] ? one : "en";
        string title = content.Title.In(first) is { Length: > 0 } said ? said : name;
        var variables = new List<XElement>();
        var groups = new List<XElement>();
        foreach (Section section in content.Sections)
        {
            var members = new List<string>();
            foreach (Question question in section.Questions.Where(q => q.Kind.HasAnswer))
                foreach (XElement variable in Variables(question, content.Languages))
                {
                    variables.Add(variable);
                    members.Add(variable.Attribute("ID")!.Value);
                }
            if (members.Count == 0) continue;
            groups.Add(new XElement(Ddi + "varGrp", new XAttribute("ID", "G_" + section.Code), new XAttribute("type", "section"),
                new XAttribute("var", string.Join(' ', members)), Texts("labl", section.Title, content.Languages)));
        }
        var book = new XElement(Ddi + "codeBook", new XAttribute("version", "2.5"), new XAttribute(XNamespace.Xml + "lang", first),
            new XElement(Ddi + "docDscr", Citation(title, name)),
            new XElement(Ddi + "stdyDscr", Citation(title, name),
                new XElement(Ddi + "stdyInfo",
                    Texts("abstract", content.Welcome, content.Languages),
                    new XElement(Ddi + "sumDscr", new XElement(Ddi + "dataKind", "survey data"))),
                new XElement(Ddi + "method", new XElement(Ddi + "dataColl", new XElement(Ddi + "resInstru", "Questionnaire")))),
            new XElement(Ddi + "dataDscr", groups, variables));
        using var to = new MemoryStream();
        using (XmlWriter xml = XmlWriter.Create(to, new()
        {
            Indent = true,
            Encoding = new System.Text.UTF8Encoding(false),
            NewLineChars = "\n",
            CheckCharacters = false
        }))
            new XDocument(book).Save(xml);
        return new(to.ToArray(), []);
    }

    private static XElement Citation(string title, string name) => new(Ddi + "citation",
        new XElement(Ddi + "titlStmt", new XElement(Ddi + "titl", title), new XElement(Ddi + "IDNo", name)));

    /// <summary>One for each column, in the order in which the standard wants its parts.</summary>
    private static IEnumerable<XElement> Variables(Question question, IReadOnlyList<string> languages)
    {
        IReadOnlyList<string> columns = question.Kind.Columns(question);
        IReadOnlyList<NumberSeries> series = question.Kind.Series(question);
        for (int i = 0; i < columns.Count; i++)
        {
            bool several = question.Kind.TakesSeveral;
            LocalText label = several ? question.Options[i].Label : columns.Count > 1 && i < series.Count ? series[i].Label : question.Text;
            bool number = series.Count > 0 && !several;
            var variable = new XElement(Ddi + "var", new XAttribute("ID", "V_" + columns[i].Replace('.', '_').Replace('~', '_')),
                new XAttribute("name", columns[i]), new XAttribute("intrvl", number ? "contin" : "discrete"),
                Texts("labl", label, languages),
                new XElement(Ddi + "qstn", Texts("preQTxt", question.Hint, languages), Texts("qstnLit", question.Text, languages)));
            if (question.Minimum is not null || question.Maximum is not null)
                variable.Add(new XElement(Ddi + "valrng", new XElement(Ddi + "range",
                    question.Minimum is { } low ? new XAttribute("min", TypedNumber.Written(low)) : null,
                    question.Maximum is { } high ? new XAttribute("max", TypedNumber.Written(high)) : null)));
            foreach (var (code, words, missing) in Categories(question, several))
                variable.Add(new XElement(Ddi + "catgry", missing ? new XAttribute("missing", "Y") : null,
                    new XElement(Ddi + "catValu", code), Texts("labl", words, languages)));
            variable.Add(new XElement(Ddi + "varFormat", new XAttribute("type", number || question.Kind.HasScale || several ? "numeric"
                : "character")));
            yield return variable;
        }
    }

    private static IEnumerable<(string Code, LocalText Words, bool Missing)> Categories(Question question, bool several)
    {
        if (several)
        {
            yield return ("1", new("Chosen", "Choisi", "Gekozen", "Gewählt"), false);
            yield return ("0", new("Not chosen", "Non choisi", "Niet gekozen", "Nicht gewählt"), false);
        }
        else if (question.Kind.Series(question).Count == 0)
            foreach (QuestionOption option in question.Kind.Options(question)) yield return (option.Code, option.Label, false);
        foreach (NoValueCode none in question.Kind.Offered(question)) yield return (none.Code, NoValueWords.Of(none), true);
    }

    private static IEnumerable<XElement> Texts(string name, LocalText text, IReadOnlyList<string> languages) =>
        languages.Where(l => text.Exactly(l).Length > 0)
            .Select(l => new XElement(Ddi + name, new XAttribute(XNamespace.Xml + "lang", l), text.Exactly(l)));
}
