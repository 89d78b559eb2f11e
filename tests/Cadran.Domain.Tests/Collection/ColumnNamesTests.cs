using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Collection;

/// <summary>Which item a column is proposed for by its name alone.</summary>
public sealed class ColumnNamesTests
{
    private static readonly QuestionnaireContent Core = MeasureBank.Current.CoreQuestionnaire(new("Your experience", "Votre expérience"));

    [Theory]
    [InlineData("time_wait", "time_wait")]
    [InlineData("Time Wait", "time_wait")]
    [InlineData("TIMEWAIT", "time_wait")]
    [InlineData("waiting-time", "time_wait")]
    [InlineData("TEMPS D'ATTENTE", "time_wait")]
    [InlineData("ecoute", "court_listened")]
    [InlineData("Traitement\u00A0équitable", "fair_treated")]
    [InlineData("On m'a traité de façon équitable", "fair_treated")]
    [InlineData("I was treated fairly", "fair_treated")]
    [InlineData("age", "age")]
    [InlineData("Timeliness", null)] // asked by two items
    [InlineData("wait", null)]
    [InlineData("?", null)]
    [InlineData("", null)]
    public void Name_LeadsToItsItem(string column, string? item) =>
        Assert.Equal(item, new ColumnNames(Core).Match([column]).GetValueOrDefault(column)?.Code);

    [Fact]
    public void ExactName_GoesBeforeOneThatResembles_WhereverItStands()
    {
        IReadOnlyDictionary<string, Question> found = new ColumnNames(Core).Match(["Waiting time", "TIME_WAIT", "time_wait"]);
        Assert.Equal(["time_wait"], found.Keys);
    }

    [Fact]
    public void NameOfTwoItems_LeadsToNone()
    {
        var twins =
            new QuestionnaireContent { Sections = [new() { Code = "s", Title = LocalText.Empty, Questions = [Twin("a_b"), Twin("ab")] }] };
        Assert.Empty(new ColumnNames(twins).Match(["A-B", "Same words"]));
        Assert.Equal("a_b", Assert.Single(new ColumnNames(twins).Match(["a_b", "A B"])).Value.Code);

        static Question Twin(string code) => new() { Code = code, Kind = QuestionKind.Rating, Text = new("Same words", "Mêmes mots") };
    }

    [Fact]
    public void DriverOfOneItem_IsKnownByItsName()
    {
        var one = new QuestionnaireContent
        {
            Sections = [new()
            {
                Code = "s",
                Title = LocalText.Empty,
                Questions = [new()
                {
                    Code = "q7",
                    Kind = QuestionKind.Rating,
                    Role = ItemRole.Driver,
                    Driver = Driver.Courtesy,
                    Text = new("Polite?", "Poli ?"),
                }],
            }],
        };
        Assert.Equal(["COURTOISIE"], new ColumnNames(one).Match(["COURTOISIE"]).Keys);
    }

    [Theory, InlineData("time_wait", "time_wait", false), InlineData("Time wait", "time_wait", true), InlineData("q14", "time_wait", false),
        InlineData("W", "@weight", true), InlineData("weight", "@weight", false), InlineData("q3", "@weight", false)]
    public void Resemblance_IsOnlyClaimedWhereItLedThere(string column, string target, bool resembles) =>
        Assert.Equal(resembles, new ColumnNames(Core).OnlyResembles(column, target));
}
