using System.Text.RegularExpressions;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>Real files of other tools, the broken ones among them.</summary>
public sealed partial class SampleFormsTests
{
    public static TheoryData<string> Samples => [.. Forms.Samples.DefaultIfEmpty("")];

    /// <summary>Files in which nothing is asked that can be asked, and what is said of them.</summary>
    private static readonly Dictionary<string, string> Empty = new()
    {
        ["surveyjs_definition_schema.json"] = LossNotes.NoTool,
        ["odk_xlsform_template.xlsx"] = LossNotes.NothingToAsk,
        ["pyxform_bug_bad_calc.xlsx"] = LossNotes.NothingToAsk,
    };

    [Theory, MemberData(nameof(Samples))]
    public void Sample_BecomesASoundQuestionnaire_ThatIsTheSameAfterOurOwnFile(string path)
    {
        if (Empty.GetValueOrDefault(Path.GetFileName(path)) is { } why)
        {
            Assert.Equal(why, Assert.Throws<RuleViolationException>(() => Forms.Sample(path["forms/".Length..])).Message);
            return;
        }
        ImportedQuestionnaire found = Forms.Sample(path.Length == 0 ? "absent" : path["forms/".Length..]);
        Question[] questions = [.. found.Content.Questions];
        Assert.NotEmpty(questions);
        Assert.All(questions, q => Assert.Empty(q.Kind.Faults(q)));
        Assert.Equal(questions.Length, questions.Select(q => q.Code).Distinct().Count());
        Assert.All(questions, q => Assert.True(OwnItem.IsCode(q.Code), q.Code));
        Assert.All(WrittenText.Of(found.Content), t =>
            Assert.All(LocalText.Languages, l => Assert.DoesNotMatch(Live(), t.Text.Exactly(l))));
        Assert.True(found.Report.Lines.Count > questions.Length / 2);

        byte[] ours = CadranJsonFile.Write(found.Name, found.Content);
        ImportedQuestionnaire again = Forms.Read(ours, "again.json");
        Assert.Equal(found.Name, again.Name);
        Assert.True(VersionChanges.Between(found.Content, again.Content).None);
        Assert.Equal(ours, CadranJsonFile.Write(again.Name, again.Content));
    }

    [Fact]
    public void LargestSamples_KeepTheirLanguagesKindsAndRules()
    {
        ImportedQuestionnaire found = Forms.Sample("limesurvey/dbv643_rgaa_fr_all_question_types.lss");
        Assert.Equal(["fr", "de", "en"], found.Content.Languages);
        string[] kinds = [.. found.Content.Questions.Select(q => q.Kind.Code).Distinct().Order()];
        Assert.Equal(["Choice", "Choices", "Comment", "Date", "Number", "Ranking", "Rating", "Statement", "Text", "YesNo"], kinds);
        Assert.Equal(new Condition.Chose("qc", "yes"), found.Content.Find("qcyes")!.ShownWhen);
        Assert.Equal(new Condition.Not(new Condition.Answered("qc")), found.Content.Find("qcdefault")!.ShownWhen);
        Assert.Contains(found.Report.Of(LossKind.Left), l => l.What == "it" && l.Why == LossNotes.LanguageLeft);

        ImportedQuestionnaire other = Forms.Sample("limesurvey/dbv498_sample_fr_de_en_it_ru.lss");
        Assert.Equal(["en", "fr", "de"], other.Content.Languages);
        Assert.True(other.Says(LossKind.Left, "ru", LossNotes.LanguageLeft));
    }

    /// <summary>The same questionnaire saved by three versions of the tool: rules written as conditions and as expressions mean the
    /// same.</summary>
    [Theory]
    [InlineData("limesurvey/dbv143_sample_survey_en.lss"), InlineData("limesurvey/dbv352_sample_fr_de_en_it.lss")]
    [InlineData("limesurvey/dbv498_sample_fr_de_en_it_ru.lss"), InlineData("limesurvey/dbv643_rgaa_fr_all_question_types.lss")]
    public void RulesOfEveryVersion_AreRead(string sample)
    {
        List<Question> ruled = [.. Forms.Sample(sample).Content.Questions.Where(q => q.ShownWhen is not null)];
        Assert.Contains(ruled, q => q.ShownWhen is Condition.Chose { Option: "yes" });
        Assert.Contains(ruled, q => q.ShownWhen is Condition.Chose { Option: "no" });
        Assert.Contains(ruled, q => q.ShownWhen is Condition.Not { Of: Condition.Answered });
        Assert.Contains(ruled, q => q.ShownWhen is Condition.Any or Condition.All);
    }

    [Fact]
    public void Archive_BringsItsAnswers()
    {
        ImportedQuestionnaire found = Forms.Sample("limesurvey/colors.lsa");
        Assert.Equal(2, found.ResponseCount);
        string[] lines = System.Text.Encoding.UTF8.GetString(found.Responses!).TrimStart('\uFEFF').Split("\r\n");
        Assert.StartsWith("id,received_on,language,q00,", lines[0]);
        Assert.StartsWith("1,,en,sq009;sq011,", lines[1]);
        Assert.Contains("They brighten my day", lines[2]);
        Assert.True(found.Says(LossKind.Changed, "submitdate", LossNotes.ResponseDays));
    }

    [GeneratedRegex(@"<script|<img|<iframe|onerror\s*=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex Live();
}
