using Cadran.People;

namespace Cadran.Domain.Tests.People;

/// <summary>How often an organisation measures: as it says, else as the nearest one above it.</summary>
public sealed class MeasurementCyclesTests
{
    private static readonly Guid Top = Guid.NewGuid(), Ministry = Guid.NewGuid(), Agency = Guid.NewGuid();

    [Fact]
    public void WithoutAnything_ItIsAYear()
    {
        Assert.Equal(12, Of(null, null, null).MonthsOf(Agency));
        Assert.Equal(12, Of(null, null, null).MonthsOf(Guid.NewGuid()));
    }

    [Fact]
    public void TheNearestAbove_Holds()
    {
        Assert.Equal(24, Of(24, null, null).MonthsOf(Agency));
        Assert.Equal(6, Of(24, 6, null).MonthsOf(Agency));
        Assert.Equal(3, Of(24, 6, 3).MonthsOf(Agency));
        Assert.Equal(24, Of(24, null, 3).MonthsOf(Ministry));
    }

    [Fact]
    public void ACircle_Ends() =>
        Assert.Equal(12, MeasurementCycles.Of([(Top, Agency, null), (Agency, Top, null)]).MonthsOf(Agency));

    private static MeasurementCycles Of(int? top, int? ministry, int? agency) =>
        MeasurementCycles.Of([(Top, null, top), (Ministry, Top, ministry), (Agency, Ministry, agency)]);
}
