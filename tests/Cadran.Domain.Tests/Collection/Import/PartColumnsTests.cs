using Cadran.Collection;
using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Collection.Import;

/// <summary>Answers of which a file has each part in a column of its own: durations, parts of a total, ranks.</summary>
public sealed class PartColumnsTests
{
    private static readonly Question Wait = EveryKind.Of(QuestionKind.Duration), Sum = EveryKind.Of(QuestionKind.Sum),
        Ranking = EveryKind.Of(QuestionKind.Ranking);

    [Fact]
    public void Columns_AreFoundByTheirNames()
    {
        QuestionnaireContent content = Asked.Content(Wait, Sum, Ranking);
        string[] names = ["q_duration.actual", "q_duration_acceptable", "q_sum[web]", "q_sum[Desk]", "q_ranking: Web", "q_ranking: Other"];
        ImportMap guess = ImportGuess.Of([.. names.Select(n => new ImportColumn(n, [("1", 1), ("2", 1)], 2, 0))], content);
        Assert.Equal(["q_duration.actual", "q_duration.acceptable", "q_sum.web", "q_sum.desk", "q_ranking.web", "q_ranking.other"],
            guess.Items.Select(i => i.Target));
        guess.Check(content);
    }

    [Fact]
    public void Cells_AreOneAnswer()
    {
        Assert.Equal(new Answer.Duration(3.5m, 2), Of(Wait, ("actual", "3.5"), ("acceptable", "2")).Answer);
        Assert.Equal(new Answer.Duration(null, 2), Of(Wait, ("acceptable", "2")).Answer);
        Assert.Equal("NotANumber", Of(Wait, ("actual", "long")).Problem?.Code);
        Assert.Equal(new Answer.Amounts(new Dictionary<string, decimal> { ["web"] = 7, ["desk"] = 3 }),
            Of(Sum, ("desk", "3.0"), ("web", "7")).Answer);
        Assert.Equal("OtherTotal", Of(Sum, ("web", "7")).Problem?.Code);
        Assert.Equal("TwoOfOneRank", Of(Ranking, ("web", "1"), ("desk", "1")).Problem?.Code);
        Assert.Equal(default, QuestionKind.Rating.FromParts(Asked.Rating(), new Dictionary<string, string> { ["a"] = "1" }));
    }

    private static AnswerReading Of(Question question, params (string Part, string Cell)[] cells) =>
        question.Kind.FromParts(question, cells.ToDictionary(c => c.Part, c => c.Cell));
}
