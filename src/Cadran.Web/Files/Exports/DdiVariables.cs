using System.Xml;
using Cadran.Insight;
using Cadran.Questionnaires;

namespace Cadran.Web.Files;

/// <summary>
/// The variables of a codebook: a question, or an option of several choices, with its answers, codes and published counts. One that is
/// not in the file of answers says so.
/// </summary>
internal static class DdiVariables
{
    /// <param name="names">As <see cref="VariableNames"/> gives them.</param>
    public static void Write(XmlWriter xml, Question question, WaveFileSubject of, IReadOnlyDictionary<string, string> names)
    {
        QuestionResult? result = of.Questions.Find(question.Code);
        if (question.Kind.Series(question) is { Count: > 0 } measured)
        {
            foreach (NumberSeries series in measured)
                Variable(xml, names[series.ColumnOf(question)], question, series.Label == LocalText.Empty ? question.Text : series.Label,
                    result, [], series);
            return;
        }
        if (!question.Kind.TakesSeveral)
        {
            Variable(xml, names[question.Code], question, question.Text, result, [.. question.Kind.Options(question).Select(o =>
                (o.Code, o.Label, result?.Find(o.Code)?.N))]);
            return;
        }
        foreach (var (column, option) in question.Kind.Columns(question).Zip(question.Options))
        {
            int? ticked = result?.Find(option.Code)?.N;
            Variable(xml, names[column], question, option.Label, result,
                [("0", new("Not chosen", "Non choisi"), result?.N - ticked), ("1", new("Chosen", "Choisi"), ticked)]);
        }
    }

    private static void Variable(XmlWriter xml, string name, Question question, LocalText label, QuestionResult? result,
        IReadOnlyList<(string Code, LocalText Label, int? People)> answers, NumberSeries? series = null) =>
        DdiCodebook.Within(xml, "var", () =>
    {
        bool inFile = question.Role != ItemRole.Profile
            && (series is not null ? PeopleVariable.MayHold(question, series) : question.Kind is { Groups: false } and not OneOfKind);
        xml.WriteAttributeString("ID", "V_" + name);
        xml.WriteAttributeString("name", name);
        if (inFile) xml.WriteAttributeString("files", "F1");
        xml.WriteAttributeString("intrvl", series is { As: not (SeriesSummary.Rank or SeriesSummary.Share) } ? "contin" : "discrete");
        Labels(xml, label);
        foreach (var (language, text) in DdiCodebook.Written(question.Text))
            DdiCodebook.Within(xml, "qstn", () => DdiCodebook.Element(xml, "qstnLit", text, language));
        DdiCodebook.Within(xml, "invalrng", () =>
        {
            foreach (NoAnswerNumber none in NoAnswerNumber.All)
                DdiCodebook.Within(xml, "item", () => xml.WriteAttributeString("VALUE", DdiCodebook.Number(none.Number)));
        });
        if (result?.N is { } n) Sum(xml, "vald", n);
        if (result?.None is { } absent) Sum(xml, "invd", absent.Total);
        foreach (var (code, words, people) in answers) Category(xml, code, words, people, missing: false);
        foreach (NoAnswerNumber none in NoAnswerNumber.All)
            Category(xml, DdiCodebook.Number(none.Number), new(none.Means, ""), Count(result?.None, none), missing: true);
        DdiCodebook.Within(xml, "varFormat", () =>
        {
            bool numbers = question.Scale is not null || question.Kind.TakesSeveral || series is not null;
            xml.WriteAttributeString("type", numbers ? "numeric" : "character");
        });
        if (!inFile) DdiCodebook.Element(xml, "notes", "Not in the file of answers person by person: it tells who somebody is.", "en");
    });

    private static void Category(XmlWriter xml, string code, LocalText words, int? people, bool missing) =>
        DdiCodebook.Within(xml, "catgry", () =>
        {
            if (missing) xml.WriteAttributeString("missing", "Y");
            DdiCodebook.Element(xml, "catValu", code);
            Labels(xml, words);
            if (people is { } count) DdiCodebook.Within(xml, "catStat", () =>
            {
                xml.WriteAttributeString("type", "freq");
                xml.WriteString(DdiCodebook.Number(count));
            });
        });

    private static void Labels(XmlWriter xml, LocalText label)
    {
        foreach (var (language, text) in DdiCodebook.Written(label)) DdiCodebook.Element(xml, "labl", text, language);
    }

    private static void Sum(XmlWriter xml, string type, int people) => DdiCodebook.Within(xml, "sumStat", () =>
    {
        xml.WriteAttributeString("type", type);
        xml.WriteString(DdiCodebook.Number(people));
    });

    private static int? Count(NoAnswerCounts? counts, NoAnswerNumber none) => counts is null ? null : none.Kind switch
    {
        Statistics.NoValue.NotApplicable => counts.NotApplicable,
        Statistics.NoValue.DontKnow => counts.DontKnow,
        Statistics.NoValue.Refused => counts.Refused,
        _ => counts.NotAsked,
    };
}
