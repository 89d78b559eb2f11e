using System.Text.RegularExpressions;
using Cadran.Domain.Tests.Words;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

public sealed partial class MeasureBankTests
{
    private static readonly MeasureBank Bank = MeasureBank.Current;

    [Fact]
    public void Codes_AreUniqueAndStableLooking()
    {
        string[] codes = [.. Bank.Items.Select(i => i.Code)];
        Assert.Equal(codes.Length, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z][a-z_]*$", code));
    }

    [Fact]
    public void Texts_AreWrittenInEveryLanguage() => Assert.Empty(
        from text in BankTexts.All()
        from language in LocalText.Languages
        where string.IsNullOrWhiteSpace(text.Text.Exactly(language))
        select $"{text.Where} in {language}");

    [Fact]
    public void Names_AreShortAndTellItemsApart()
    {
        Assert.All(Bank.Items, i => Assert.All(LocalText.Languages, language => Assert.InRange(i.Name.Exactly(language).Length, 3, 40)));
        Assert.All(LocalText.Languages, language => Assert.Equal(Bank.Items.Count(),
            Bank.Items.Select(i => i.Name.Exactly(language)).Distinct(StringComparer.OrdinalIgnoreCase).Count()));
    }

    [Fact]
    public void French_KeepsItsTypography() => Assert.Empty(BankTexts.All()
        .Where(t => BareSign().IsMatch(t.Text.Fr) || t.Text.Fr.Contains('\'')).Select(t => $"{t.Where}: {t.Text.Fr}"));

    [Fact]
    public void CoreSet_AsksOneOverallAndEachDriverTwoOrThreeTimes()
    {
        QuestionnaireContent core = Bank.CoreQuestionnaire(new("Your experience", "Votre expérience"));
        Assert.Equal("overall", core.Overall?.Code);
        Assert.Equal([Driver.Timeliness, Driver.Knowledge, Driver.Courtesy, Driver.Fairness, Driver.Outcome],
            core.Drivers.Select(d => d.Driver));
        Assert.All(core.Drivers, d => Assert.InRange(d.Items.Count, 2, 3));
        Assert.All(core.Drivers, d => Assert.Equal(1, d.MinimumAnswered));
        Assert.All(core.Questions, q => Assert.True(q.Core));
    }

    [Fact]
    public void CoreSet_FillsTheWholeMatrix()
    {
        var cells = Bank.Items.Where(i => i.Core && i.Phase != Phase.None).Select(i => (i.Phase, i.Orientation)).Distinct().ToList();
        Assert.Equal(12, cells.Count);
        Assert.DoesNotContain(cells, c => c.Orientation == Orientation.None);
    }

    [Fact]
    public void Choices_CarryTheNumberTheirWordsSay()
    {
        BankItem[] several = [.. Bank.Items.Where(i => i.Kind.TakesSeveral)];
        Assert.Contains(several, i => i.Text.En.Contains("one or two", StringComparison.Ordinal));
        Assert.All(several, i => Assert.Equal(i.Text.En.Contains("one or two", StringComparison.Ordinal) ? 2 : null, Bank.Ask(i).Most));
        Assert.DoesNotContain(Bank.Items.Except(several), i => i.Most is not null);
    }

    [Fact]
    public void Ratings_HaveFiveLabelledPoints_FromOneToFive()
    {
        foreach (BankItem item in Bank.Items.Where(i => i.Kind.HasScale))
        {
            Question question = Bank.Ask(item);
            Assert.Equal(["1", "2", "3", "4", "5"], question.Kind.Options(question).Select(o => o.Code));
            Assert.True(question.Scale!.HasEveryLabel);
            Assert.True(question.AllowsNotApplicable);
        }
    }

    [Fact]
    public void Choices_HaveUniqueOptionCodes() =>
        Assert.All(Bank.Items.Where(i => i.Kind.HasOptions), i =>
        {
            Assert.True(i.Options.Count >= 2, i.Code);
            Assert.Equal(i.Options.Count, i.Options.Select(o => o.Code).Distinct().Count());
        });

    [Fact]
    public void Channel_ChangesTheWordingNotTheCode()
    {
        BankItem wait = Bank.Find("time_wait")!;
        Assert.Contains("phone", Bank.Ask(wait, "phone").Text.En);
        Assert.Contains("téléphone", Bank.Ask(wait, "phone").Text.Fr);
        Assert.Equal("time_wait", Bank.Ask(wait, "phone").Code);
        Assert.All(Bank.Items.SelectMany(i => i.Wordings.Keys.Concat(i.Channels)), c => Assert.Contains(c, MeasureBank.Channels));
    }

    [Fact]
    public void DriversOutsideTheFive_StandForThemselves()
    {
        Question Own(string code, Driver driver) =>
            new() { Code = code, Kind = QuestionKind.Rating, Role = ItemRole.Driver, Driver = driver, Text = new(code, code) };
        var content = new QuestionnaireContent
        {
            Sections = [new()
            {
                Code = "s",
                Title = LocalText.Empty,
                Questions = [Own("wifi", Driver.None), Own("a", Driver.Courtesy), Own("b", Driver.Courtesy), Own("c", Driver.Courtesy)],
            }],
        };
        Assert.Equal(["courtesy", "wifi"], content.Drivers.Select(d => d.Code));
        Assert.Equal(2, content.Drivers[0].MinimumAnswered);
        Assert.Null(content.Overall);
    }

    [GeneratedRegex(@"(?<![\u202F])[?!;]|(?<![\u00A0]):")]
    private static partial Regex BareSign();
}
