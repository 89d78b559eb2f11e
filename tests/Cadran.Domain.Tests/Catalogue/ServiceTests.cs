using Cadran.Catalogue;

namespace Cadran.Domain.Tests.Catalogue;

/// <summary>What a service is made of, and what later reports may change.</summary>
public sealed class ServiceTests
{
    private static readonly Guid Organisation = Guid.NewGuid();

    [Theory]
    [InlineData("  ", "Permits", "text.missing", "Code")]
    [InlineData("1", " ", "text.missing", "Name")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890", "Permits", "text.too-long", "Code")]
    public void WithoutANumberOrAName_ThereIsNoService(string code, string name, string rule, string field)
    {
        var refused = Assert.Throws<RuleViolationException>(() => Service.Create(Organisation, code, new(name, "")));
        Assert.Equal((rule, field), (refused.Code, refused.Field));
    }

    [Fact]
    public void ItsNumberIsKnownByItsKey_AndItsNameIsFoldedForSearch()
    {
        Service service = Service.Create(Organisation, " Air 1 ", new("", "Permis d’été"));
        Assert.Equal(("Air 1", "AIR1"), (service.Code, service.CodeKey));
        Assert.Equal(service.SortEn, service.SortFr);
        Assert.Contains("ete", service.Search);
    }

    [Fact]
    public void AnOlderYear_LeavesTheDescriptionOfTodayAlone()
    {
        Service service = Service.Create(Organisation, "1", new("Permits", "Permis"));
        Assert.True(service.Report("2023-2024", new("Permits", "Permis"), LocalText.Empty, new ServiceProfile { Fee = "Y" }));
        Assert.False(service.Report("2022-2023", new("Old name", "Ancien nom"), LocalText.Empty, new ServiceProfile { Fee = "N" }));
        Assert.Equal(("Permits", "Y", "2023-2024"), (service.Name.En, service.Profile.Fee, service.FiscalYear));
    }

    [Theory]
    [InlineData(Reported.Value, null)]
    [InlineData(Reported.Value, -1L)]
    [InlineData(Reported.NoData, 3L)]
    [InlineData(Reported.NotApplicable, 0L)]
    public void AVolume_IsACount_OrSaysWhyThereIsNone(Reported state, long? count) =>
        Assert.Throws<ArgumentException>(() => ServiceVolume.Of(Guid.NewGuid(), "2023-2024", new ReportedVolume("online", state, count)));
}
