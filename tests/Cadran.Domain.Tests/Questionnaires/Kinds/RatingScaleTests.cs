using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

/// <summary>Ratings of 2 to 11 points from any lowest number, in either direction.</summary>
public sealed class RatingScaleTests
{
    // 100·(r − min)/(max − min); turned round where the lowest number is the best.
    [Theory]
    [InlineData(1, 5, false, 1, 0), InlineData(1, 5, false, 4, 75), InlineData(1, 5, false, 5, 100)]
    [InlineData(0, 11, false, 7, 70), InlineData(1, 4, false, 2, 100 / 3.0), InlineData(0, 2, false, 1, 100), InlineData(1, 2, false, 1, 0)]
    [InlineData(1, 6, true, 1, 100), InlineData(1, 6, true, 6, 0), InlineData(1, 6, true, 2, 80)]
    [InlineData(-2, 5, false, -2, 0), InlineData(-2, 5, false, 0, 50), InlineData(-5, 11, true, -5, 100), InlineData(5, 3, false, 6, 50)]
    public void Score_IsEvenFromWorstToBest(int lowest, int points, bool reversed, int value, double score) =>
        Assert.Equal(score, new RatingScale(lowest, points, reversed).Score(value), 1e-12);

    [Fact]
    public void Score_OffTheScale_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RatingScale(0, 11).Score(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RatingScale(1, 4).Score(0));
    }

    public static TheoryData<int, int, bool> EveryScale
    {
        get
        {
            var all = new TheoryData<int, int, bool>();
            foreach (int lowest in new[] { -10, -5, -1, 0, 1, 3, 10 })
                for (int points = RatingScale.FewestPoints; points <= RatingScale.MostPoints; points++)
                {
                    all.Add(lowest, points, false);
                    all.Add(lowest, points, true);
                }
            return all;
        }
    }

    [Theory, MemberData(nameof(EveryScale))]
    public void Codes_AreNeverNegative_RunFromWorstToBest_AndLeadBack(int lowest, int points, bool reversed)
    {
        var scale = new RatingScale(lowest, points, reversed);
        Assert.Empty(scale.Faults());
        int[] codes = [.. scale.FromWorst.Select(scale.Code)];
        Assert.Equal(Enumerable.Range(Math.Max(0, lowest), points), codes);
        Assert.Equal((codes[0], codes[^1]), (scale.Codes.Minimum, scale.Codes.Maximum));
        Assert.Equal(scale.FromWorst, codes.Select(scale.Value));
        Assert.Equal(scale.Values, scale.Values.Order());
        Assert.Equal((0.0, 100.0), (scale.Score(scale.FromWorst.First()), scale.Score(scale.FromWorst.Last())));
    }

    // Nothing moves for the scales that were the only ones before: answers of 1 to 5 are their own codes.
    [Fact]
    public void Codes_OfOneToFive_AreTheRatings() => Assert.Equal([1, 2, 3, 4, 5], new RatingScale().Values.Select(new RatingScale().Code));

    [Fact]
    public void Labels_StandForEveryPoint_OrForTheEnds()
    {
        var ends = new RatingScale(0, 11) { Labels = [new("Never", "Jamais"), new("Always", "Toujours")] };
        Assert.Equal(("Never", "", "Toujours"), (ends.LabelOf(0).En, ends.LabelOf(5).En, ends.LabelOf(10).Fr));
        Assert.Equal((0, 10, null), (ends.Labelled("JAMAIS"), ends.Labelled("always"), ends.Labelled("5")));
        Assert.False(ends.HasEveryLabel);
        var every = new RatingScale(1, 3) { Labels = [new("Bad", "Mauvais"), new("Fair", "Moyen"), new("Good", "Bon")] };
        Assert.True(every.HasEveryLabel);
        Assert.Equal(("Bad", "Fair", "Bon", ""), (every.LabelOf(1).En, every.LabelOf(2).En, every.LabelOf(3).Fr, every.LabelOf(4).En));
        Assert.Equal(LocalText.Empty, new RatingScale().LabelOf(1));
    }

    [Theory]
    [InlineData(1, 1, 0, "question.scale-points", "A rating has {0} to {1} points.")]
    [InlineData(1, 12, 0, "question.scale-points", "A rating has {0} to {1} points.")]
    [InlineData(-11, 5, 0, "question.scale-lowest", "The lowest point lies between {0} and {1}.")]
    [InlineData(11, 5, 0, "question.scale-lowest", "The lowest point lies between {0} and {1}.")]
    [InlineData(1, 7, 5, "question.scale-words", "Write words for each of the {0} points, or for the two ends only.")]
    [InlineData(1, 7, 1, "question.scale-words", "Write words for each of the {0} points, or for the two ends only.")]
    public void Faults_AreNamed(int lowest, int points, int labels, string code, string message)
    {
        var scale = new RatingScale(lowest, points) { Labels = [.. Enumerable.Repeat(new LocalText("x", "x"), labels)] };
        RuleViolationException fault = Assert.Single(scale.Faults());
        Assert.Equal((code, message, "Scale"), (fault.Code, fault.Message, fault.Field));
    }

    [Fact]
    public void SamePoints_WhateverTheWords()
    {
        var scale = new RatingScale(1, 4);
        Assert.True(scale.SamePoints(scale with { Labels = [new("a", "a"), new("b", "b")] }));
        Assert.NotEqual(scale, scale with { Labels = [new("a", "a"), new("b", "b")] });
        Assert.Equal(scale, new RatingScale(1, 4) { Labels = [] });
        Assert.False(scale.SamePoints(new(0, 4)));
        Assert.False(scale.SamePoints(new(1, 4, Reversed: true)));
    }
}
