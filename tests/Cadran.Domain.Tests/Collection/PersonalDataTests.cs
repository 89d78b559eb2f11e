using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("613-555-0142", "phone")]
    [InlineData("(613) 555-0142", "phone")]
    [InlineData("+1 613 555 0142", "phone")]
    [InlineData("1-613-555-0142", "phone")]
    [InlineData("6135550142", "phone")]
    [InlineData("613.555.0142", "phone")]
    [InlineData("613\u00a0555\u20110142", "phone")]
    [InlineData("+32 2 123 45 67", "phone")]
    [InlineData("anna.b+x@example.gc.ca", "email")]
    [InlineData("élodie@exemple.québec", "email")]
    [InlineData("046 454 286", "sin")]
    [InlineData("130 692 544", "sin")]
    [InlineData("130692544", "sin")]
    [InlineData("130-692-544", "sin")]
    [InlineData("130 692 545", null)]
    [InlineData("K1A 0B1", "postal")]
    [InlineData("k1a0b1", "postal")]
    [InlineData("D1A 0B1", null)]
    [InlineData("in 2025, 100 % of 12,500 files", null)]
    [InlineData("form T4A 2024, room B-120", null)]
    [InlineData("10:30 to 16:45", null)]
    public void Mask_HidesWhatIdentifiesAPersonAndNothingElse(string text, string? kind)
    {
        PersonalData.Masked masked = PersonalData.Mask($"Please, {text}, thanks", "en");
        if (kind is null)
        {
            Assert.Equal($"Please, {text}, thanks", masked.Text);
            Assert.False(masked.Found);
        }
        else
        {
            Assert.Equal(new Dictionary<string, int> { [kind] = 1 }, masked.Counts);
            Assert.Matches(@"^Please, \[[a-z\- ]+\], thanks$", masked.Text);
        }
    }

    [Fact]
    public void Mask_Again_KeepsCountingWhatStillStands()
    {
        PersonalData.Masked first = PersonalData.Mask("a@b.ca and c@d.ca", "fr");
        Assert.Equal("[adresse courriel] and [adresse courriel]", first.Text);
        PersonalData.Masked second = PersonalData.Mask("[adresse courriel] or 613-555-0142", "fr", first.Counts);
        Assert.Equal(new Dictionary<string, int> { ["email"] = 1, ["phone"] = 1 }, second.Counts);
        Assert.Empty(PersonalData.Mask("nothing any more", "fr", second.Counts).Counts);
    }

    [Fact]
    public void Mask_HostileText_IsFast()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        PersonalData.Mask(string.Concat(Enumerable.Repeat("1-(", 700)) + new string('1', 2000) + new string('a', 5000) + "@"
            + string.Concat(Enumerable.Repeat("a.", 3000)),
            "en");
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 5);
    }
}
