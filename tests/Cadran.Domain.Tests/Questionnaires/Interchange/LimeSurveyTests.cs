using System.Text;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>Small LimeSurvey files in both layouts, written from what is known of the format.</summary>
public sealed class LimeSurveyTests
{
    [Fact]
    public void Types_BecomeOurKinds()
    {
        ImportedQuestionnaire found = Read(
            Question("1", "Five", "5"), Question("2", "YN", "Y"),
                Question("3", "Num", "N", attributes: "min_num_value_n=1;max_num_value_n=9"),
            Question("4", "Why", "T", attributes: "maximum_chars=500"), Question("5", "When", "D", attributes: "date_min=2020-01-01"),
            Question("6", "Boiler", "X"), Question("7", "Sex", "G"), Question("8", "File", "|"), Question("9", "Lang", "I"));
        Assert.Equal(["five:Rating", "yn:YesNo", "num:Number", "why:Comment", "when:Date", "boiler:Statement", "sex:Choice", "file:File"],
            found.Kinds());
        Assert.Equal((1m, 9m), (found.Content.Find("num")!.Minimum, found.Content.Find("num")!.Maximum));
        Assert.Equal(500, found.Content.Find("why")!.Length);
        Assert.Equal(new DateOnly(2020, 1, 1), found.Content.Find("when")!.Earliest);
        Assert.True(found.Says(LossKind.Left, "Lang", LossNotes.LanguageSwitch));
        Assert.True(found.Says(LossKind.Changed, "File", LossNotes.FilesOff));
    }

    [Fact]
    public void Tables_BecomeGrids_AndOptionsKeepOtherAndNone()
    {
        ImportedQuestionnaire found = Read(Question("1", "A", "A"), Sub("11", "1", "SQ1"), Sub("12", "1", "SQ2"),
            Question("2", "M", "M", other: "Y", attributes: "exclude_all_others=SQ2;min_answers=1"), Sub("21", "2", "SQ1"),
                Sub("22", "2", "SQ2"),
            Question("3", "Free", "Q"), Sub("31", "3", "SQ1"), Sub("32", "3", "SQ2"),
            Question("4", "Cents", "K", attributes: "equals_num_value=100"), Sub("41", "4", "SQ1"), Sub("42", "4", "SQ2"));
        Assert.Equal(["a_sq1:Rating", "a_sq2:Rating", "m:Choices", "free:Statement", "free_sq1:Text", "free_sq2:Text", "cents:Sum"],
            found.Kinds());
        Assert.Equal(found.Content.Sections[0].Grids[0].Code, found.Content.Find("a_sq2")!.Grid);
        Question several = found.Content.Find("m")!;
        Assert.Equal(["sq1", "sq2", "other"], several.Options.Select(o => o.Code));
        Assert.Equal((true, true, 1), (several.Options[1].Exclusive, several.Options[2].TakesText, several.Least));
        Assert.Equal(100, found.Content.Find("cents")!.Total);
        Assert.Equal("M", several.Column);
    }

    [Fact]
    public void CodesThatClash_AreRenamed_AndTold()
    {
        ImportedQuestionnaire found = Read(Question("1", "Q1", "Y"), Question("2", "q1", "Y"), Question("3", "overall", "Y"));
        Assert.Equal(["q1:YesNo", "q1_2:YesNo"], found.Kinds().Take(2));
        Assert.True(found.Says(LossKind.Changed, "q1", LossNotes.Renamed));
    }

    [Fact]
    public void Relevance_IsARule_OrANote()
    {
        ImportedQuestionnaire found = Read(Question("1", "YN", "Y"), Question("2", "More", "T", relevance: "((YN.NAOK == \"Y\"))"),
            Question("3", "Odd", "T", relevance: "strlen(More) > 3"), Question("4", "By", "T", relevance: "1X1X1 == 'N'"));
        Assert.Equal(new Condition.Chose("yn", "yes"), found.Content.Find("more")!.ShownWhen);
        Assert.Equal(new Condition.Chose("yn", "no"), found.Content.Find("by")!.ShownWhen);
        Assert.Null(found.Content.Find("odd")!.ShownWhen);
        Assert.Equal("strlen(More) > 3", found.Content.Find("odd")!.Note);
        Assert.True(found.Says(LossKind.Left, "Odd", LossNotes.RuleLeft));
    }

    [Fact]
    public void EarlierAnswersInTexts_AreFound_AndOtherBracesStay()
    {
        ImportedQuestionnaire found = Read(Question("1", "Name", "S"), Question("2", "Hi", "X", text: "Hello {Name.shown}, {TOKEN:X} {"));
        Assert.Equal("Hello {name}, {{TOKEN:X} {{", found.Content.Find("hi")!.Text.En);
        Assert.True(found.Says(LossKind.Changed, "Hi", LossNotes.ShowsAnswers));
    }

    private static string Question(
        string id, string title, string type, string other = "N", string relevance = "1", string attributes = "", string text = "What?") =>
        $"Q|{id}|{title}|{type}|{other}|{relevance}|{attributes}|{text}";

    private static string Sub(string id, string parent, string title) => $"S|{id}|{parent}|{title}";

    /// <summary>The same questions in the layout of today and in the old one, which must give the same.</summary>
    private static ImportedQuestionnaire Read(params string[] lines)
    {
        ImportedQuestionnaire today = Forms.Read(Written(lines, old: false), "x.lss"),
            before = Forms.Read(Written(lines, old: true), "x.lss");
        Assert.True(VersionChanges.Between(today.Content, before.Content).None);
        return today;
    }

    private static byte[] Written(string[] lines, bool old)
    {
        StringBuilder questions = new(), subs = new(), texts = new(), attributes = new();
        int order = 0;
        foreach (string[] part in lines.Select(l => l.Split('|')))
        {
            string text = part[0] == "Q" ? part[^1] : "Part " + part[3];
            string own = old ? Cell("language", "en") + Cell("question", text) : "";
            if (!old) texts.Append(Row(Cell("qid", part[1]) + Cell("question", text) + Cell("language", "en")));
            if (part[0] == "S")
            {
                subs.Append(Row(Cell("qid", part[1]) + Cell("parent_qid", part[2]) + Cell("title", part[3]) + Cell("question_order",
                    $"{order++}")
                    + Cell("scale_id", "0") + own));
                continue;
            }
            // A file that has no vertical bar as its type needs one here.
            bool file = part[3].Length == 0;
            string type = file ? "|" : part[3];
            int shift = file ? 1 : 0;
            questions.Append(Row(Cell("qid", part[1]) + Cell("parent_qid", "0") + Cell("sid", "1") + Cell("gid", "1") + Cell("type", type)
                + Cell("title", part[2]) + Cell("other", part[4 + shift]) + Cell("mandatory", "N") + Cell("question_order", $"{order++}")
                + Cell("relevance", part[5 + shift]) + own));
            foreach (string[] attribute in part[6 + shift].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(a => a.Split('=')))
                attributes.Append(Row(Cell("qid", part[1]) + Cell("attribute", attribute[0]) + Cell("value", attribute[1])));
        }
        string group = Cell("gid", "1") + Cell("sid", "1") + Cell("group_order", "1");
        string title = Cell("group_name", "Group") + Cell("language", "en");
        return Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType>"
            + $"<DBVersion>{(old ? 177 : 498)}</DBVersion><languages><language>en</language></languages>"
            + Section("groups", Row(old ? group + title : group)) + (old ? "" : Section("group_l10ns", Row(Cell("gid", "1") + title)))
            + Section("questions", questions.ToString()) + Section("subquestions", subs.ToString())
            + Section("question_l10ns", texts.ToString()) + Section("question_attributes", attributes.ToString())
            + Section("surveys_languagesettings", Row(Cell("surveyls_language", "en") + Cell("surveyls_title",
                "A survey"))) + "</document>");
    }

    private static string Section(string name, string rows) => rows.Length == 0 ? "" : $"<{name}><rows>{rows}</rows></{name}>";
    private static string Row(string cells) => $"<row>{cells}</row>";
    private static string Cell(string name, string value) => $"<{name}><![CDATA[{value}]]></{name}>";
}
