using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Collection.Import;

/// <summary>What scale the columns of a file seem to have, before somebody says.</summary>
public sealed class ScaleGuessTests
{
    [Fact]
    public void FourPoints_AreFour() => Assert.All(Guess(("overall", "1 2 3 4"), ("wait", "1 2 3 4")).Values, Is(1, 4));

    [Fact]
    public void ThreeAndFiveFromNought() // 1–3 used throughout; 0–4 used throughout
    {
        Assert.All(Guess(("overall", "1 2 3"), ("wait", "1 2 3")).Values, Is(1, 3));
        Assert.All(Guess(("overall", "0 1 2 3 4"), ("wait", "0 1 2 3 4")).Values, Is(0, 5));
    }

    [Fact]
    public void ShortColumnBesideLongerOnes_IsReadWithThem_AndNoughtIsACode() =>
        Assert.All(Guess(("overall", "2 3 4 5"), ("care", "0 1 2 3"), ("wait", "1 2 3 4 5 9")).Values, Is(1, 5));

    [Fact]
    public void NoughtToTen_BesideOneToFive()
    {
        var guess = Guess(("overall", "0 1 2 3 4 5 6 7 8 9 10"), ("wait", "1 2 3 4 5 9"), ("staff", "1 2 3 4 5 9"));
        Is(0, 11)(guess["overall"]);
        Is(1, 5)(guess["wait"]);
        // What most columns have is what the survey asks; the other waits to be ticked.
        Assert.Equal((false, true, true), (guess["overall"].Looks, guess["wait"].Looks, guess["staff"].Looks));
    }

    [Fact]
    public void OneToSevenWithNineForNoAnswer_AndOneToTen()
    {
        Is(1, 7)(Guess(("a", "1 2 3 4 5 6 7 9"))["a"]);
        Is(1, 10)(Guess(("a", "1 2 3 4 5 6 7 8 9 10 99"))["a"]);
        Is(0, 11)(Guess(("a", "1 3 5 8 10"), ("b", "0 2 4 7 9 10"))["a"]);
    }

    [Fact]
    public void TwoValues_AreAScaleOfTwo_ThatNobodyTicksForYou()
    {
        var guess = Guess(("happy", "0 1"), ("x", "1 2 3 4 5"), ("member", "1 2"));
        Is(0, 2)(guess["happy"]);
        Is(1, 2)(guess["member"]);
        Assert.Equal((false, true), (guess["happy"].Looks, guess["x"].Looks));
    }

    [Theory]
    [InlineData("north south"), InlineData("1 2 x"), InlineData("17"), InlineData("5"), InlineData("20 35 47 61"), InlineData("-1 -2 -3")]
    [InlineData("1 2 3 4 5 6 7 8 9 10 11 12")]
    public void AnythingElse_IsNoRating(string values) => Assert.Empty(Guess(("a", values)));

    [Fact]
    public void TheCasesOfPublicReports()
    {
        // A five-point item coded 1 to 5 with "NA" and empty cells; a scale of agreement of four points.
        Is(1, 5)(Guess(("q", "1 2 3 4 5 NA"))["q"]);
        Is(1, 4)(Guess(("q", "1 2 3 4 8 9"))["q"]);
    }

    private static Action<ScaleGuess> Is(int lowest, int points) => guess => Assert.Equal(new RatingScale(lowest, points), guess.Scale);

    private static IReadOnlyDictionary<string, ScaleGuess> Guess(params (string Name, string Values)[] columns) =>
        ScaleGuess.Of([.. columns
            .Select(c => new ImportColumn(c.Name, [.. c.Values.Split(' ').Select(v => (v, 3))], c.Values.Split(' ').Length, 0))]);
}
