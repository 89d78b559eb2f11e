using Cadran.Tests.Support;
using Cadran.Web.Words;

namespace Cadran.Tests.Words;

public sealed class DriverSentencesTests(TestApp app)
{
    [Theory]
    [InlineData(1, true, 1, "With one driver there is nothing to put in order.", null)]
    [InlineData(3, true, 1, "These answers can tell the drivers apart. The most important is Time.", null)]
    [InlineData(3, true, 2, "These answers can tell the drivers apart. Time comes first, but could stand as low as rank 2.", null)]
    [InlineData(3, false, 3, "People who are content with one", "These answers cannot put all drivers in order.")]
    [InlineData(3, null, 3, "People who are content with one", "These answers cannot put all drivers in order.")]
    public void Order_IsToldAsFarAsTheAnswersCarryIt(int drivers, bool? separable, int worst, string begins, string? strong)
    {
        using var reader = Reader.Of(app, "en");
        var sentence = reader.Text.DriverOrder(drivers, separable, "Time", worst);
        Assert.StartsWith(begins, sentence.Text);
        Assert.Equal(strong, sentence.Strong);
    }

    [Fact]
    public void ImportantAndLow_NamesDrivers_AndSaysOfWhichItIsNotFirm()
    {
        using var reader = Reader.Of(app, "fr");
        Assert.Equal("Aucun facteur n’est à la fois important et bas.", reader.Text.ImportantAndLow([]).Text);
        Assert.EndsWith("Délai, Accueil (pas ferme).", reader.Text.ImportantAndLow([("Délai", true), ("Accueil", false)]).Text);
    }
}
