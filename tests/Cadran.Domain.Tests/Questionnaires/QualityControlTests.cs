using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Questionnaires;

public sealed class QualityControlTests
{
    private static readonly QuestionnaireContent Core = MeasureBank.Current.CoreQuestionnaire(new("Your experience", "Votre expérience"));

    [Fact]
    public void CoreSet_TakesTwoToSixMinutes_AndHasNothingToPutRight()
    {
        QualityControl quality = QualityControl.Of(Core);
        Assert.All(quality.Minutes.Values, minutes => Assert.InRange(minutes, 2, 6));
        Assert.Empty(quality.Findings);
        Assert.All(quality.Matrix, cell => Assert.NotEmpty(cell.Codes));
    }

    // 228 words a minute and 3 seconds for a rating: 10 words of question, five labels of 2 words counted for a quarter.
    [Fact]
    public void Minutes_AreWordsOverSpeedPlusSeconds()
    {
        var question = new Question
        {
            Code = "a",
            Kind = QuestionKind.Rating,
            Text = new("one two three four five six seven eight nine ten", ""),
            Scale = new(1, 5) { Labels = [.. Enumerable.Repeat(new LocalText("two words", ""), 5)] },
        };
        var content = new QuestionnaireContent { Sections = [new() { Code = "s", Title = LocalText.Empty, Questions = [question] }] };
        Assert.Equal((10 + 2.5) / 228 + 3 / 60.0, Effort.Minutes(content, "en"), 12);
    }

    [Fact]
    public void TooLong_IsAdviceNotAWall()
    {
        QuestionnaireContent comments = Core with
        {
            Sections = [new()
            {
                Code = "s",
                Title = LocalText.Empty,
                Questions = [.. Enumerable.Range(0, 45)
                    .Select(n => new Question { Code = $"c{n}", Kind = QuestionKind.Comment, Text = new("Why?", "Pourquoi\u202F?") })],
            }],
        };
        QualityFinding tooLong = QualityControl.Of(comments).Findings.Single(f => f.Code == "quality.too-long");
        Assert.False(tooLong.Blocks);
    }

    [Fact]
    public void NoOverall_AndDriversNotAsked_AreSaid()
    {
        QuestionnaireContent without = Core.Remove("overall").Remove("out_needed").Remove("out_correct");
        Assert.Equal(["quality.no-overall", "quality.no-driver"], QualityControl.Of(without).Findings.Select(f => f.Code));
    }

    // Flesch 1948 on one sentence of six one-syllable words: 206.835 − 1.015·6 − 84.6·1.
    [Fact]
    public void Ease_FollowsTheFormula()
    {
        Assert.Equal(206.835 - 1.015 * 6 - 84.6, Readability.Ease("The cat sat on the mat.", "en")!.Value, 9);
        Assert.Null(Readability.Ease("", "en"));
        double easy = Readability.Ease("Nous avons reçu.", "fr")!.Value;
        Assert.True(easy > Readability.Ease("L’administration gouvernementale responsable considérera ultérieurement.", "fr"));
    }

    [Fact]
    public void EveryFinding_HasItsFrench()
    {
        string french = File.ReadAllText(Path.Combine(Sources.Web, "Resources", "Text.fr.resx"));
        string source = File.ReadAllText(Path.Combine(Sources.Domain, "Questionnaires", "Quality", "QualityControl.cs"));
        string[] messages = [.. System.Text.RegularExpressions.Regex.Matches(source, "new\\(\\$?\"quality\\.[a-z-]+\",\\s*\"([^\"]+)\"")
            .Select(m => m.Groups[1].Value)];
        Assert.True(messages.Length >= 6);
        Assert.All(messages, message => Assert.Contains($"name=\"{message}\"", french));
    }
}
