using Cadran.People;

namespace Cadran.Domain.Tests.People;

/// <summary>How often an organisation measures is a number of months, or left to the organisation above.</summary>
public sealed class OrganisationTests
{
    [Theory]
    [InlineData(1), InlineData(60), InlineData(null)]
    public void ACycle_IsKept(int? months)
    {
        var organisation = Organisation.Create("A", new("A", "A"));
        organisation.MeasureEvery(6);
        organisation.MeasureEvery(months);
        Assert.Equal(months, organisation.CycleMonths);
    }

    [Theory]
    [InlineData(0), InlineData(-3), InlineData(61)]
    public void ACycleOutOfReach_IsRefused(int months)
    {
        var organisation = Organisation.Create("A", new("A", "A"));
        var refused = Assert.Throws<RuleViolationException>(() => organisation.MeasureEvery(months));
        Assert.Equal("Enter a number of months from 1 to {0}, or leave it empty.", refused.Message);
        Assert.Null(organisation.CycleMonths);
    }
}
