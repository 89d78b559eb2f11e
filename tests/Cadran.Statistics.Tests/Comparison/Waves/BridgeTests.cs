using Cadran.Statistics.Comparison;
using Cadran.Statistics.Estimation;
using static Cadran.Statistics.Tests.Oracle;

namespace Cadran.Statistics.Tests.Comparison;

public sealed class BridgeTests
{
    [Fact]
    public void Bridge_AddsItsVariance()
    {
        var bridge = Bridge.Independent(new Estimate(70, 1.2, 40, 500), new Estimate(66, 1.6, 40, 400));
        Near(-4, bridge.Difference.Value, 1e-13);
        Near(2, bridge.Difference.StandardError, 1e-13);
        Near(-2, bridge.Test.Statistic, 1e-13);
        var adjusted = bridge.Adjust(new Estimate(72, 1.5, 40, 600));
        Near(68, adjusted.Value, 1e-13);
        Near(2.5, adjusted.StandardError, 1e-13);
        Assert.Equal(600, adjusted.Respondents);
        Assert.NotNull(bridge.Adjust(Estimate.Withheld(SuppressionReason.Empty, 0)).Suppressed);
        Assert.NotNull(Bridge.Independent(Estimate.Withheld(SuppressionReason.Empty, 0), adjusted).Test.Suppressed);
    }

    [Fact]
    public void Bridge_WithinOneSample_IsTheChange()
    {
        var t = CmtSynth.Wave(1);
        var byChannel = Tabulation.Of(CmtSynth.DesignOf(t), [CmtSynth.Item(t, "overall")], t.Factor("channel"))[0];
        var change = Change.Within(byChannel.Group(3), byChannel.Group(0));
        var bridge = Bridge.Within(byChannel.Group(3), byChannel.Group(0));
        Assert.Equal(change.Difference, bridge.Difference);
        Near(change.P, bridge.Test.P, 1e-12);
    }
}
