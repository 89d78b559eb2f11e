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
    [InlineData("613\u200b-555\u200d-0142", "phone")]
    [InlineData("６１３－５５５－０１４２", "phone")]
    [InlineData("٦١٣-٥٥٥-٠١٤٢", "phone")]
    [InlineData("212 555 0142", "phone")]
    [InlineData("02 555 12 34", "phone")]
    [InlineData("0475 12 34 56", "phone")]
    [InlineData("0475/12.34.56", "phone")]
    [InlineData("02/555.12.34", "phone")]
    [InlineData("0032 475 12 34 56", "phone")]
    [InlineData("01 42 34 56 78", "phone")]
    [InlineData("06.12.34.56.78", "phone")]
    [InlineData("06-12345678", "phone")]
    [InlineData("020-1234567", "phone")]
    [InlineData("030 1234567", "phone")]
    [InlineData("0171 1234567", "phone")]
    [InlineData("+49 (0)30 1234567", "phone")]
    [InlineData("020 7946 0958", "phone")]
    [InlineData("07700 900123", "phone")]
    [InlineData("anna@\u200bexample.org", "email")]
    [InlineData("anna(at)example.org", "email")]
    [InlineData("85.07.30-033.28", "national")]
    [InlineData("85073003328", "national")]
    [InlineData("2 55 08 14 168 025 38", "national")]
    [InlineData("111222333", "national")]
    [InlineData("36574261809", "national")]
    [InlineData("36 574 261 809", "national")]
    [InlineData("AB 12 34 56 C", "national")]
    [InlineData("123-45-6789", "national")]
    [InlineData("BE68 5390 0754 7034", "iban")]
    [InlineData("BE68539007547034", "iban")]
    [InlineData("FR14 2004 1010 0505 0001 3M02 606", "iban")]
    [InlineData("NL91 ABNA 0417 1643 00", "iban")]
    [InlineData("DE89 3704 0044 0532 0130 00", "iban")]
    [InlineData("GB29 NWBK 6016 1331 9268 19", "iban")]
    [InlineData("gb29nwbk60161331926819", "iban")]
    [InlineData("4111 1111 1111 1111", "card")]
    [InlineData("5500-0000-0000-0004", "card")]
    [InlineData("378282246310005", "card")]
    [InlineData("SW1A 1AA", "postal")]
    [InlineData("BE68 5390 0754 7035", null)]
    [InlineData("file 85.07.30-033.29", null)]
    [InlineData("from 2024-01-15 to 2025-02-28", null)]
    [InlineData("12/03/2026 at 10:15", null)]
    [InlineData("1 250 000 euros of 3,400,000", null)]
    [InlineData("version 10.0.15, article 12.3.4", null)]
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
