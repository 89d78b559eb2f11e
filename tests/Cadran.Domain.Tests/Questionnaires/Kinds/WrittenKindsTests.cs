using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

/// <summary>Short texts, postal codes, telephone numbers, hidden values, and the text beside an option.</summary>
public sealed class WrittenKindsTests
{
    private static readonly Question Text = EveryKind.Of(QuestionKind.Text), Choice = EveryKind.Of(QuestionKind.Choice),
        Choices = EveryKind.Of(QuestionKind.Choices), Hidden = EveryKind.Of(QuestionKind.Hidden), Phone = EveryKind.Of(QuestionKind.Phone),
        Postal = EveryKind.Of(QuestionKind.PostalCode);

    [Fact]
    public void AShortText_HasTheAuthorsForm()
    {
        Assert.Equal(new Answer.Comment("AB-12"), Text.Kind.Posted(Text, [" AB-12 "]).Answer);
        Assert.Equal(("This is not written as it should be. Compare it with the example or the hint.", true),
            Text.Kind.Posted(Text, ["xAB-12"]).Problem is { } form ? (form.OnPage, form.WasKept) : default);
        Assert.Equal("TooLong", Text.Kind.Posted(Text, ["AB-1234567"]).Problem!.Code);
        Assert.Equal("The text is longer than the question allows.", Text.Kind.Imported(Text, "AB-1234567").Problem!.InFile);
        Assert.Equal("“{0}” is not of the form that the question asks for.", Text.Kind.Imported(Text, "12").Problem!.InFile);
        // What was masked in it has taken its form away.
        Assert.Null(Text.Kind.Check(Text, new Answer.Comment("[phone]", new Dictionary<string, int> { ["phone"] = 1 })));
    }

    [Theory]
    [InlineData("(a+"), InlineData("(?=a)b"), InlineData("(a)\\1")]
    public void APattern_ThatCouldTakeLong_IsRefused(string pattern) =>
        Assert.Contains("This pattern cannot be used: it has an error, is longer than {0} characters, or looks ahead or back.",
            Text.Kind.Faults(Text with { Pattern = pattern }).Select(f => f.Message));

    [Theory]
    [InlineData("BE", "1000", "10"), InlineData("BE", "B-1000", "10"), InlineData("NL", "1012 ab", "10")]
    [InlineData("CA", "k1a 0b1", "K1A"), InlineData("GB", "SW1A 1AA", "SW1A"), InlineData("GB", "M1 1AE", "M1")]
    [InlineData("DE", "D-10115", null), InlineData("DE", "DE-10115", "10"), InlineData("BE", "0100", null)]
    [InlineData("BE", "10", "10"), InlineData("GB", "SW1A", "SW1A"), InlineData("DE", "1", null)]
    [InlineData(null, "75008", "75"), InlineData(null, "street 3", null), InlineData("FR", "750080", null)]
    public void OfAPostalCode_OnlyTheDistrictIsKept(string? country, string typed, string? kept)
    {
        Question asked = Postal with { Country = country };
        Assert.Equal(kept is null ? null : new Answer.Word(kept), asked.Kind.Posted(asked, [typed]).Answer);
        if (kept is null)
            Assert.Equal(("This is no postal code. Check each letter and digit.", "“{0}” is no postal code."),
                asked.Kind.Posted(asked, [typed]).Problem is { } no ? (no.OnPage, no.InFile) : default);
    }

    [Theory]
    [InlineData("02 555 12 12", "+3225551212"), InlineData("+32 470 12 34 56", "+32470123456")]
    [InlineData("123", null), InlineData("x", null)]
    public void APhone_IsKeptWithItsCountry(string typed, string? kept)
    {
        Assert.Equal(kept is null ? null : new Answer.Word(kept), Phone.Kind.Posted(Phone, [typed]).Answer);
        if (kept is null)
            Assert.Equal(
                ("This is no telephone number. Write it as you would dial it, or with + and the code of the country.",
                    "“{0}” is no telephone number."),
                Phone.Kind.Posted(Phone, [typed]).Problem is { } no ? (no.OnPage, no.InFile) : default);
    }

    [Fact]
    public void AnAddress_BringsOnlyWhatIsListed()
    {
        Assert.Equal(new Answer.Choice("letter"), HiddenKind.Brought(Hidden, "letter"));
        Assert.Null(HiddenKind.Brought(Hidden, "jane.doe"));
        Assert.Equal(new Answer.Choice("pilot"), HiddenKind.Brought(Hidden with { Value = "pilot" }, "letter"));
    }

    [Fact]
    public void AFile_IsNoText()
    {
        Question asked = EveryKind.Of(QuestionKind.File);
        Assert.Equal("Only pictures (PNG, JPEG) and PDF files are taken. What is in the file counts, not its name.",
            asked.Kind.Posted(asked, ["letter.pdf"]).Problem!.OnPage);
        Assert.Equal("“{0}” cannot be brought in: files come from respondents only.",
            asked.Kind.Imported(asked, "letter.pdf").Problem!.InFile);
    }

    [Theory]
    [InlineData("Phone", true), InlineData("File", true), InlineData("PostalCode", false), InlineData("Text", false)]
    public void WhatLeadsToAPerson_IsNotPublished(string code, bool refused)
    {
        QuestionnaireContent content = Asked.Content(EveryKind.Of(QuestionKind.Find(code)!)) with { Languages = ["en"] };
        QualityFinding[] personal = [.. QualityControl.Of(content).Findings.Where(f => f.Code == "quality.personal")];
        Assert.Equal(refused, personal.Any(f => f.Blocks));
        if (refused)
            Assert.Equal("Answers to {0} lead to a person, and answers are anonymous. Take the question away, or ask for less.",
                personal[0].Message);
    }

    [Fact]
    public void WhoWritesBesideAnOption_HasChosenIt()
    {
        var parts = new Dictionary<string, string> { ["other"] = " a friend " };
        Assert.Equal(new Answer.Choice("other", new("a friend")), Choice.Kind.Posted(Choice, ["other"], parts).Answer);
        Assert.Equal(new Answer.Choice("other", new("a friend")), Choice.Kind.Posted(Choice, [], parts).Answer);
        Assert.Equal(new Answer.Choice("web"), Choice.Kind.Posted(Choice, ["web"], parts).Answer);
        var several = Assert.IsType<Answer.Choices>(Choices.Kind.Posted(Choices, ["web"], parts).Answer);
        Assert.Equal(["web", "other"], several.Codes);
        Assert.Equal("a friend", several.TypedIn("other"));
        Assert.Equal("TooLong",
            Choice.Kind.Posted(Choice, ["other"], new Dictionary<string, string> { ["other"] = new string('x', 251) }).Problem!.Code);
    }

    [Fact]
    public void AnExclusiveOption_StandsAlone()
    {
        AnswerReading both = Choices.Kind.Posted(Choices, ["web", "none"]);
        Assert.Equal(("One of the answers you chose leaves out all others: keep it alone, or take it away.", true),
            (both.Problem!.OnPage, both.Problem.WasKept));
        Assert.Null(Choices.Kind.Posted(Choices with { Least = 2 }, ["none"]).Problem);
        Assert.Equal("TooFew", Choices.Kind.Posted(Choices with { Least = 2 }, ["web"]).Problem!.Code);
        Assert.Equal("“{0}” has an option that leaves out the others.", Choices.Kind.Imported(Choices, "web;none").Problem!.InFile);
    }

    [Fact]
    public void NoValues_AreKeptApart_AndReadAsBefore()
    {
        Question old = JsonSerializer.Deserialize<Question>(
            """{"code":"q","kind":"Rating","text":{"en":"?","fr":"?"},"allowsNotApplicable":true}""", Mapping.JsonOptions)!;
        Assert.Equal([NoValueCode.NotApplicable], old.NoValues);
        Assert.DoesNotContain("otherNoValues", JsonSerializer.Serialize(old, Mapping.JsonOptions));
        Question three = old with { NoValues = [NoValueCode.Refused, NoValueCode.NotApplicable, NoValueCode.DontKnow] };
        Question read = JsonSerializer.Deserialize<Question>(JsonSerializer.Serialize(three, Mapping.JsonOptions), Mapping.JsonOptions)!;
        Assert.Equal(["na", "dk", "refused"], read.NoValues.Select(n => n.Code));
        Assert.Equal(["dk", "refused"], (read with { AllowsNotApplicable = false }).NoValues.Select(n => n.Code));
    }

    [Fact]
    public void WhatIsNew_IsNotWritten_WhereItHoldsNothing()
    {
        string json = JsonSerializer.Serialize(Asked.Rating(), Mapping.JsonOptions);
        string[] later = ["display", "unit", "decimals", "timeUnit", "least", "pattern", "takesText", "exclusive", "grids"];
        foreach (string added in later)
            Assert.DoesNotContain($"\"{added}\"", json);
        Assert.DoesNotContain("takesText", JsonSerializer.Serialize(Asked.Choice("a", "b"), Mapping.JsonOptions));
        Assert.DoesNotContain("grids", JsonSerializer.Serialize(Asked.Content(Asked.Rating()), Mapping.JsonOptions));
    }

    [Theory]
    [InlineData("question.least", "The least lies between {0} and {1}."), InlineData("question.most", "The most lies between {0} and {1}.")]
    [InlineData("question.least-over-most", "The least is more than the most: nobody could answer.")]
    [InlineData("question.decimals", "A number has {0} to {1} digits after the decimal sign.")]
    [InlineData("question.bounds", "The largest number must be larger than the smallest.")]
    [InlineData("question.days", "The last day must not lie before the first.")]
    [InlineData("question.total", "The total is a number above 0.")]
    [InlineData("question.length", "A short text has {0} to {1} characters.")]
    [InlineData("question.comment-length", "A comment has {0} to {1} characters.")]
    [InlineData("question.pattern-hint", "Say in the hint what form the text must have: people see no pattern.")]
    [InlineData("question.phone-country", "Write the country as two capital letters, such as BE.")]
    [InlineData("question.postal-country", "Postal codes of {0} are not known. Leave the country empty to take those of any.")]
    [InlineData("question.hidden-required", "Nobody can be required to answer what is not shown.")]
    [InlineData("question.hidden-nothing", "Write the value, or the values that the address may bring, one on each line.")]
    [InlineData("question.hidden-value",
        "A hidden value begins with a lower-case letter and has lower-case letters, digits and _ only, at most 40.")]
    [InlineData("question.statement-required", "A text to read asks for nothing that could be required.")]
    public void AnAuthor_IsToldWhatIsWrong(string code, string message)
    {
        Question[] wrong =
        [
            Choices with { Least = 9 }, Choices with { Most = 9 }, Choices with { Least = 2, Most = 1 },
            EveryKind.Of(QuestionKind.Number) with { Decimals = 9 }, EveryKind.Of(QuestionKind.Number) with { Minimum = 5, Maximum = 5 },
            EveryKind.Of(QuestionKind.Date) with { Earliest = new(2027, 1, 1) }, EveryKind.Of(QuestionKind.Sum) with { Total = 0 },
            Text with { Length = 900 }, EveryKind.Of(QuestionKind.Comment) with { Length = 9000 }, Text with { Hint = LocalText.Empty },
            Phone with { Country = "be" }, Postal with { Country = "XX" }, Hidden with { Required = true }, Hidden with { Options = [] },
            Hidden with { Value = "Jane Doe" }, EveryKind.Of(QuestionKind.Statement) with { Required = true },
        ];
        Assert.Contains((code, message), wrong.SelectMany(q => q.Kind.Faults(q)).Select(f => (f.Code, f.Message)));
    }
}
