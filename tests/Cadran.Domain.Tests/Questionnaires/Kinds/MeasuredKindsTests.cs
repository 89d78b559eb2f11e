using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

/// <summary>Numbers, parts of a total, ranks, days and durations: how they are read from a page and from a file.</summary>
public sealed class MeasuredKindsTests
{
    private static readonly Question Number = EveryKind.Of(QuestionKind.Number), Sum = EveryKind.Of(QuestionKind.Sum),
        Ranking = EveryKind.Of(QuestionKind.Ranking), Date = EveryKind.Of(QuestionKind.Date), Wait = EveryKind.Of(QuestionKind.Duration);

    [Theory]
    [InlineData("1 234,5", 2, "1234.5"), InlineData("1'234.50", 2, "1234.5"), InlineData("1,234.5", 2, "1234.5")]
    [InlineData("1.234,5", 2, "1234.5"), InlineData("1,234", 0, "1234"), InlineData("1,234", 2, "1.234"), InlineData("−3", 0, "-3")]
    [InlineData("1.234.567", 2, "1234567"), InlineData("0,125", 0, "0.125"), InlineData("12\u202f345", 0, "12345")]
    [InlineData("twelve", 0, null), InlineData("1e5", 0, null), InlineData("9999999999999", 0, null), InlineData("", 0, null)]
    public void Typed_IsReadInTheWaysOfFourLanguages(string typed, int decimals, string? expected) =>
        Assert.Equal(expected, TypedNumber.Read(typed, decimals) is { } number ? TypedNumber.Written(number) : null);

    [Fact]
    public void ANumberOutOfBounds_IsKeptToBePutRight()
    {
        (Answer? answer, AnswerProblem? problem, _) = Number.Kind.Posted(Number, ["2000"]);
        Assert.Equal((new Answer.Number(2000), "TooLarge", true), (answer, problem!.Code, problem.WasKept));
        Assert.Equal("This is too large: the largest that can be right is {0}.", problem.OnPage);
        Assert.Equal("This is too small: the smallest that can be right is {0}.", Number.Kind.Posted(Number, ["-1"]).Problem!.OnPage);
        Assert.Equal("Write at most {0} digits after the decimal sign.", Number.Kind.Posted(Number, ["1,234"]).Problem!.OnPage);
        Assert.Equal("Write a whole number.", Number.Kind.Posted(Number with { Decimals = 0 }, ["1.5"]).Problem!.OnPage);
        Assert.Equal("Write a number, in digits.", Number.Kind.Posted(Number, ["many"]).Problem!.OnPage);
        Assert.Equal("You answered and also said that you give no answer: empty one of the two.",
            Number.Kind.Posted(Number, ["5", "dk"]).Problem!.OnPage);
        Assert.IsType<Answer.None>(Number.Kind.Posted(Number, ["dk"]).Answer);
        Assert.Equal("“{0}” is larger than the question allows.", Number.Kind.Imported(Number, "2000").Problem!.InFile);
        Assert.Equal("“{0}” is smaller than the question allows.", Number.Kind.Imported(Number, "-3").Problem!.InFile);
        Assert.Equal("“{0}” is not a number.", Number.Kind.Imported(Number, "many").Problem!.InFile);
        Assert.Equal("“{0}” has more digits after the decimal sign than the question allows.",
            Number.Kind.Imported(Number, "1.234").Problem!.InFile);
        Assert.Equal("“{0}” is not a whole number.", Number.Kind.Imported(Number with { Decimals = 0 }, "1.5").Problem!.InFile);
    }

    [Fact]
    public void PartsOfATotal_MakeIt()
    {
        Assert.Equal(new Answer.Amounts(new Dictionary<string, decimal> { ["web"] = 7, ["other"] = 3 }),
            Posted(Sum, ("web", "7"), ("desk", ""), ("other", "3")).Answer);
        AnswerReading nine = Posted(Sum, ("web", "7"), ("other", "2"));
        Assert.Equal("Your numbers do not make {0} together. Change one of them.", nine.Problem!.OnPage);
        Assert.Equal(10m, nine.Problem.Args[0]);
        Assert.True(nine.Problem.WasKept);
        Assert.Equal("TooSmall", Posted(Sum, ("web", "11"), ("desk", "-1")).Problem!.Code);
        Assert.Equal("NotANumber", Posted(Sum, ("web", "all")).Problem!.Code);
        Assert.Equal(default, Posted(Sum, ("web", " ")));
        Assert.Equal("The parts of “{0}” do not make the total.", Sum.Kind.Imported(Sum, "web=7;desk=2").Problem!.InFile);
        Assert.Equal(7m, Assert.IsType<Answer.Amounts>(Sum.Kind.Imported(Sum, "Web: 7; other=3").Answer).ByOption["web"]);
        Assert.Equal(0, Sum.Kind.Measured(Sum, Posted(Sum, ("web", "10")).Answer!, Sum.Kind.Series(Sum)[1]));
    }

    [Fact]
    public void Ranks_AreEachGivenOnce_AndCloseUp()
    {
        Assert.Equal(new Answer.Amounts(new Dictionary<string, decimal> { ["web"] = 2, ["other"] = 1 }),
            Ranking.Kind.Posted(Ranking, ["web.3", "other.1"]).Answer);
        AnswerReading twice = Ranking.Kind.Posted(Ranking, ["web.1", "other.1"]);
        Assert.Equal(("Give each place to one answer only.", true), (twice.Problem!.OnPage, twice.Answer!.Chose("other.1")));
        Assert.Equal("You chose too few: choose at least {0}.", Ranking.Kind.Posted(Ranking, ["web.1"]).Problem!.OnPage);
        Assert.Equal("NotAnOption", Ranking.Kind.Posted(Ranking, ["fax.1"]).Problem!.Code);
        Assert.Equal("NotAnOption", Ranking.Kind.Posted(Ranking, ["web.4"]).Problem!.Code);
        Assert.Equal(new Answer.Amounts(new Dictionary<string, decimal> { ["web"] = 2, ["desk"] = 1 }),
            Ranking.Kind.Imported(Ranking, "desk > web").Answer);
        Assert.Equal("“{0}” gives one place to two options.", Ranking.Kind.Imported(Ranking, "web=1;desk=1").Problem!.InFile);
        Assert.Equal("“{0}” are fewer options than the question asks for.", Ranking.Kind.Imported(Ranking, "web").Problem!.InFile);
    }

    [Theory]
    [InlineData("2026-02-28"), InlineData("28/02/2026"), InlineData("28.2.2026"), InlineData("28-02-2026")]
    public void ADay_IsReadWithTheDayFirst(string typed) =>
        Assert.Equal(new Answer.Date(new(2026, 2, 28)), Date.Kind.Posted(Date, [typed]).Answer);

    [Fact]
    public void ADay_ThatIsNone_OrOutOfBounds_IsRefused()
    {
        Assert.Equal("Write a day, a month and a year, such as 31/12/2026.", Date.Kind.Posted(Date, ["31/02/2026"]).Problem!.OnPage);
        Assert.Equal(("TooLarge", true), Date.Kind.Posted(Date, ["2027-01-01"]) is var late
            ? (late.Problem!.Code, late.Problem.WasKept) : default);
        Assert.Equal("“{0}” is not a date.", Date.Kind.Imported(Date, "soon").Problem!.InFile);
    }

    [Fact]
    public void AWait_IsAcceptable_WhenItIsNoLongerThanThePersonFindsAcceptable()
    {
        var asked = Assert.IsType<Answer.Duration>(Posted(Wait, ("actual", "2,5"), ("acceptable", "3")).Answer);
        Assert.True(asked.AcceptableMet);
        Assert.False(new Answer.Duration(4, 3).AcceptableMet);
        Assert.Null(Assert.IsType<Answer.Duration>(Posted(Wait, ("actual", ""), ("acceptable", "3")).Answer).AcceptableMet);
        Assert.Equal(["q_duration.actual", "q_duration.acceptable", "q_duration.acceptable_met"], Wait.Kind.Columns(Wait));
        Assert.Equal("TooSmall", Posted(Wait, ("actual", "-1")).Problem!.Code);
        Assert.Equal(new Answer.Duration(5, 3), Wait.Kind.Imported(Wait, "5/3").Answer);
    }

    private static AnswerReading Posted(Question question, params (string Part, string Typed)[] typed) =>
        question.Kind.Posted(question, [], typed.ToDictionary(t => t.Part, t => t.Typed));
}
