using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Tests.Improvement;
using Cadran.Tests.Support;
using Cadran.Web;
using Cadran.Web.Pages.Shared;

namespace Cadran.Tests.Reporting;

/// <summary>The chain of evidence in words: what there is leads to where it comes from, what is missing to where it is made.</summary>
public sealed class ServiceChainTests(TestApp app)
{
    private static readonly DateOnly Today = TestApp.Now.Today;
    private readonly Service service = Service.Create(app.OrganisationA, "CHAIN", new("Permits", "Permis"), LocalText.Empty);

    [Fact]
    public void WithoutAWave_NothingIsKnown_AndTheFirstStepIsToPlanOne()
    {
        IReadOnlyList<ChainLink> links = Links(new() { Waves = [] });
        Assert.Equal(["none yet", "not measured", "not known", "none", "none", "none", "nothing to verify"],
            links.Select(l => l.Headline.En));
        Assert.All(links, l => Assert.Null(l.Evidence));
        Assert.Equal((Routes.Waves.New(service.Id), "Plan a wave"), links[0].Next);
        // Nothing to set a target from, to decide on or to act by.
        Assert.All(links.Skip(1), l => Assert.Null(l.Next));
    }

    [Theory]
    [InlineData(-1, "wave open")]
    [InlineData(1, "wave planned")]
    public void AWaveThatIsNotOver_IsSaidAndLedTo(int opensIn, string state)
    {
        Wave wave = Plan("1", Today.AddDays(opensIn), Today.AddDays(9));
        ChainLink first = Links(new() { Waves = [], Current = wave })[0];
        Assert.Equal((state, Routes.Waves.Show(wave.Id)), (first.Headline.En, first.Next?.Href));
    }

    [Fact]
    public void AWaveOfTooFewAnswers_IsMeasured_ButItsScoreIsWithheld()
    {
        Wave wave = Plan("2026-1", Today.AddDays(-30), Today.AddDays(-9));
        IReadOnlyList<ChainLink> links = Links(new() { Waves = [new WavePoint(wave, 3, null)] });
        Assert.Equal(("Wave 2026-1", "3 responses"), (links[0].Name, links[0].Headline.En));
        Assert.Equal(("withheld", "too few answers", false), (links[1].Headline.En, links[1].Detail.En, links[1].Whole));
        Assert.Equal(Routes.Results.Show(wave.Id), links[1].Evidence);
        Assert.Equal(Routes.Targets.New(service.Id), links[5].Next?.Href);
    }

    [Fact]
    public void Actions_AreCountedByWhatBecameOfThem()
    {
        Wave wave = Plan("1", Today.AddDays(-90), Today.AddDays(-60));
        Decision decision = Recorded.Decision(wave, Today.AddDays(-50));
        ImprovementAction going = Recorded.Action(decision, MeasureNames.Overall);
        going.Start(Today.AddDays(-6), decision, Recorded.Somebody, TestApp.Now);
        ImprovementAction open = Recorded.Action(decision, MeasureNames.Overall);
        ImprovementAction delivered = Recorded.Delivered(decision, MeasureNames.Overall, Today.AddDays(-5));
        IReadOnlyList<ChainLink> links =
            Links(new() { Waves = [new WavePoint(wave, 100, null)], Decision = decision, Actions = [going, open, delivered] });
        Assert.Equal(("3 actions", "1 delivered, 1 under way, 1 to start"), (links[4].Name, links[4].Headline.En));
        Assert.Equal(("1 to verify", Routes.Actions.Effect(delivered.Id), true), (links[6].Headline.En, links[6].Evidence, links[6].Waits));
        Assert.Equal(("T", "B"), (links[3].Headline.En, links[3].Detail.En));
    }

    [Fact]
    public void TheChain_IsInTheReadersLanguage()
    {
        using var reader = Reader.Of(app, "fr");
        Assert.Equal("pas encore de réponse", new ServiceChain(Overview(new() { Waves = [] }), reader.Text).Links()[0].Headline.Fr);
    }

    private sealed record Known
    {
        public required IReadOnlyList<WavePoint> Waves { get; init; }
        public Wave? Current { get; init; }
        public Decision? Decision { get; init; }
        public IReadOnlyList<ImprovementAction> Actions { get; init; } = [];
    }

    private IReadOnlyList<ChainLink> Links(Known known)
    {
        using var reader = Reader.Of(app, "en");
        return new ServiceChain(Overview(known), reader.Text).Links();
    }

    private ServiceOverview Overview(Known known) => new()
    {
        Service = service,
        Organisation = Organisation.Create("o", new("O", "O"), null),
        On = Today,
        Waves = known.Waves,
        Current = known.Current,
        Decision = known.Decision,
        Actions = known.Actions,
    };

    private Wave Plan(string name, DateOnly from, DateOnly to) =>
        Wave.Plan(service.Id, Guid.Empty, name, from, to, Recorded.Somebody, TestApp.Now);
}
