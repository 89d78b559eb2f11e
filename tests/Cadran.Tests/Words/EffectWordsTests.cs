using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.Tests.Improvement;
using Cadran.Tests.Support;
using Cadran.Web.Pages.Improvement;
using Cadran.Web.Words;

namespace Cadran.Tests.Words;

/// <summary>What two waves show of a change, as pages say it.</summary>
public sealed class EffectWordsTests(TestApp app)
{
    [Theory]
    [InlineData(0.4, 6.2, "en", "a gain the margin cannot explain")]
    [InlineData(-6.2, -0.4, "en", "a loss the margin cannot explain")]
    [InlineData(-0.4, 6.2, "en", "the margin cannot tell")]
    [InlineData(0.4, 6.2, "fr", "un gain que la marge n’explique pas")]
    public void Verdict_FollowsTheInterval(double low, double high, string language, string words)
    {
        using var reader = Reader.Of(app, language);
        Assert.Equal(words, reader.Text[ChangeWords.Of(Between(low, high).Verdict)].Value);
    }

    [Theory]
    [InlineData(0.0, "under 0.0001")]
    [InlineData(0.00009, "under 0.0001")]
    [InlineData(0.0004, "0.0004")]
    [InlineData(0.001, "0.001")]
    [InlineData(0.0316, "0.032")]
    [InlineData(null, "")]
    public void PValue_IsToldInWordsWhereItIsVerySmall(double? p, string written)
    {
        using var reader = Reader.Of(app, "en");
        Assert.Equal(written, reader.Text.P(p));
    }

    [Fact]
    public void Caveat_SaysWhatAPValueAloneWouldHide()
    {
        using var reader = Reader.Of(app, "en");
        EffectEvidence evidence = Between(0.4, 6.2);
        Assert.Equal("the one planned comparison, not adjusted", reader.Text.Caveat(evidence));
        EffectEvidence doubtful = evidence with { Found = evidence.Found! with { Q = 0.21 }, Changes = 12 };
        Assert.Equal("one of 12 changes looked at; adjusted q = 0.210", reader.Text.Caveat(doubtful));
        Assert.Null(reader.Text.Caveat(evidence with { Found = evidence.Found! with { Q = 0.01 }, Changes = 12 }));
    }

    [Fact]
    public void Judged_TellsTheFiguresOfTheVerdict()
    {
        using var reader = Reader.Of(app, "en");
        var verdict = new EffectVerdict
        {
            Verified = true,
            BeforeWaveId = Guid.Empty,
            AfterWaveId = Guid.Empty,
            Change = 3.3,
            Low = 0.4,
            High = 6.2,
            StandardError = 1.5,
            P = 0.00002,
            MinimumDetectable = 4.2,
            By = "A",
            AtUtc = TestApp.Now.AtUtc,
        };
        Assert.Equal("Timeliness: +3.3 points from wave 2026-1 to wave 2026-2 (standard error 1.5, p under 0.0001). " +
            "A true change of 4.2 points would be found four times in five.",
            reader.Text.Judged(verdict, "Timeliness", "2026-1", "2026-2"));
    }

    [Fact]
    public void Row_WithoutAFigure_KeepsItsWaves()
    {
        using var reader = Reader.Of(app, "en");
        EffectEvidence withheld = Between(0, 0) with { Found = null };
        Assert.Equal(new EffectRow("1", "2", null), EffectRow.Of(withheld, reader.Text));
        var loss = new EffectRow.Change(
            "−3.3", "−6.2 … −0.4", "0.030", "the one planned comparison, not adjusted", "4.2", "a loss the margin cannot explain");
        Assert.Equal(loss, EffectRow.Of(Between(-6.2, -0.4), reader.Text).Figures);
    }

    private static Wave Wave(string name) =>
        Cadran.Collection.Wave.Plan(Guid.Empty, Guid.Empty, name, TestApp.Now.Today, TestApp.Now.Today, Recorded.Somebody, TestApp.Now);

    private static EffectEvidence Between(double low, double high) =>
        new(Wave("1"), Wave("2"), new ChangeResult(
            "x", "1", "2", new PublishedNumber((low + high) / 2, 1.5, low, high), 2, 80, low < 0 && high > 0 ? 0.3 : 0.03, null, 4.2));
}
