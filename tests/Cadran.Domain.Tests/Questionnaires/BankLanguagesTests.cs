using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>The common measures ask the same in each language, so that answers in one compare with answers in another.</summary>
public sealed class BankLanguagesTests
{
    private static readonly MeasureBank Bank = MeasureBank.Current;

    public static TheoryData<string> Languages => [.. LocalText.Languages];

    [Theory]
    [InlineData("")]
    [InlineData("online")]
    [InlineData("phone")]
    [InlineData("person")]
    [InlineData("post")]
    public void WholeBank_CanBePublishedInEveryLanguage_WithoutAQuestionThatIsReadTwice(string channel)
    {
        QuestionnaireContent whole = Whole(channel) with { Languages = LocalText.Languages };
        Assert.DoesNotContain(QualityControl.Of(whole).Findings, f => f.Blocks || f.Code == "quality.long-question");
    }

    // "Very" is one word on both ends: the distance from the end to its neighbour is the same for praise and for blame.
    [Theory]
    [InlineData("en", "Very ", "Very ", "Very ", "Much ")]
    [InlineData("fr", "Très ", "Très ", "Très ", "Bien ")]
    [InlineData("nl", "Zeer ", "Zeer ", "Zeer ", "Veel ")]
    [InlineData("de", "Sehr ", "Sehr ", "Sehr ", "Viel ")]
    public void EndsOfAScale_AreTheirNeighboursWithOneWordMore(string language, params string[] more)
    {
        string[] scales = ["satisfaction", "ease", "quality", "expectation"];
        foreach ((string scale, string word) in scales.Zip(more))
        {
            string[] labels = [.. Bank.Scales[scale].Select(label => label.Exactly(language))];
            Assert.Equal(word + labels[1], labels[0], ignoreCase: true);
            Assert.Equal(word + labels[3], labels[4], ignoreCase: true);
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void WordsOfAnAnswer_LeadToItAndToNoOther(string language)
    {
        foreach (Question question in Whole("").Questions.Where(q => q.Kind.HasScale || q.Kind.HasOptions))
            foreach (QuestionOption option in question.Kind.Options(question))
            {
                AnswerReading read = question.Kind.Imported(question, option.Label.Exactly(language));
                Assert.True(read.Answer?.Chose(option.Code), $"{question.Code}: {option.Label.Exactly(language)}");
            }
    }

    [Theory, MemberData(nameof(Languages))]
    public void NameOrTextOfAnItem_LeadsToItAndToNoOther(string language)
    {
        var columns = new ColumnNames(Whole(""));
        Assert.All(Bank.Items, item => Assert.All([item.Name, item.Text], words =>
        {
            string column = words.Exactly(language);
            Assert.Equal(item.Code, columns.Match([column]).GetValueOrDefault(column)?.Code);
        }));
    }

    // Below 50 a text asks for more than a few years of secondary school.
    [Theory, MemberData(nameof(Languages))]
    public void CoreQuestions_AreEasyToRead(string language) =>
        Assert.InRange(Bank.CoreQuestionnaire(LocalText.Empty).Ease(language)!.Value, Readability.HardBelow, 100);

    private static QuestionnaireContent Whole(string channel)
    {
        QuestionnaireContent core = Bank.CoreQuestionnaire(new("Title", "Titre", "Titel", "Titel"), channel) with { Channel = channel };
        return Bank.Items.Where(item => core.Find(item.Code) is null && item.Fits(channel))
            .Aggregate(core, (content, item) => content.Add(item));
    }
}
