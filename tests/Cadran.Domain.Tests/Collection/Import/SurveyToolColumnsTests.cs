using System.Text;
using Cadran.Collection;
using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Collection.Import;

/// <summary>Columns, options and labels as survey tools and keyboards write them.</summary>
public sealed class SurveyToolColumnsTests
{
    private static readonly RatingScale Agreement = MeasureBank.Current.ScaleOf("agreement");

    [Theory]
    [InlineData("web phone"), InlineData("web,phone"), InlineData("web; phone"), InlineData("web|phone"), InlineData("web / phone")]
    [InlineData("Web\nPhone"), InlineData("phone, web"), InlineData("1. Web; 2. Phone")]
    public void Choices_AreDividedByWhateverDividesThem(string cell) =>
        Assert.Equal(["web", "phone"], ((Answer.Choices)QuestionKind.Choices
            .Imported(Asked.Choices(null, "web", "phone", "desk"), cell).Answer!).Codes);

    [Fact]
    public void OptionsThatHoldTheSign_AreTakenWhole()
    {
        Question question = Asked.Choices(null, "a") with
        {
            Options =
            [
                new("mail", new("Mail, fax", "Poste, télécopieur")), new("other", new("Other: a shop, a friend", "Autre")),
                new("web", new("Web", "Web")),
            ],
        };
        Assert.Equal(["mail", "web"], ((Answer.Choices)QuestionKind.Choices.Imported(question, "Mail, fax, Web").Answer!).Codes);
        Assert.Equal(["other", "web"],
            ((Answer.Choices)QuestionKind.Choices.Imported(question, "Other: a shop, a friend;Web").Answer!).Codes);
        Assert.Equal(AnswerProblem.NotAnOption, QuestionKind.Choices.Imported(question, "Fax, Web").Problem);
    }

    [Theory]
    [InlineData("D'accord", 4), InlineData("d’ACCORD ", 4), InlineData("Pas  du\u00A0tout d'accord", 1), InlineData("4 - D’accord", 4)]
    [InlineData("5. Tout à fait d'accord", 5), InlineData("D'accord (4)", 4)]
    [InlineData("5 - D’accord", null), InlineData("9 - D’accord", null)]
    [InlineData("4 - Content", null), InlineData("Plutôt d’accord", null)]
    public void Label_IsReadWhateverItsApostropheSpaceCaseOrNumber(string cell, int? point) =>
        Assert.Equal(point, (QuestionKind.Rating.Imported(Asked.Rating(Agreement), cell).Answer as Answer.Rating)?.Value);

    [Theory]
    [InlineData("99.0", "\"overall\":\"dk\""), InlineData("99,0", "\"overall\":\"dk\""), InlineData("4,0", "\"overall\":4")]
    [InlineData("4.0", "\"overall\":4"), InlineData("9", "\"overall\":9")]
    public void Number_IsTheSameHoweverWritten_AndACodeOfAllIsNoPointOfOne(string cell, string json)
    {
        var map = new ImportMap { Values = new Dictionary<string, string> { ["99"] = "dk", ["9"] = "dk" } };
        var read = new ImportCell(map, new ImportItem { Column = "overall", Item = "overall" }, Asked.Rating(new(0, 11)), 0).Answer(cell);
        Assert.Equal((json, null as string), (Encoding.UTF8.GetString(read.Json), read.Problem));
    }

    [Fact]
    public void ColumnsOfAToolThatGroups_AreFoundByTheirEnd()
    {
        QuestionnaireContent content = Asked.Content(Asked.Rating(), Asked.Choices(null, "web", "phone"));
        ImportMap guess = ImportGuess.Of(
            [
                Column("visit/overall", "5"), Column("visit/channels/web", "1"), Column("visit/channels/phone", "0"), Column("_id", "7"),
            ], content);
        Assert.Equal(["overall", "channels.web", "channels.phone"], guess.Items.Select(i => i.Target));
        // A column that holds the whole answer goes before those of its options.
        guess = ImportGuess.Of([Column("channels", "web phone"), Column("channels/web", "1"), Column("channels/phone", "1")], content);
        Assert.Equal(["channels"], guess.Items.Select(i => i.Target));
    }

    [Fact]
    public void Days_AreAskedForWhereTheyCanBeReadInTwoWays()
    {
        QuestionnaireContent content = Asked.Content(Asked.Rating());
        ImportColumn[] columns = [Column("overall", "5"), Column("date", "03/04/2024 05/06/2024")];
        ImportMap guess = ImportGuess.Of(columns, content);
        Assert.Equal(("date", ""), (guess.Day, guess.DayFormat));
        Assert.Equal("import.day-format", Assert.Throws<RuleViolationException>(() => guess.Check(content)).Code);
    }

    [Fact]
    public void ScaleThatMayBeAShorterOne_IsSaid()
    {
        QuestionnaireContent content = Asked.Content(Asked.Rating(), Asked.Rating(new(), "wait"));
        ImportColumn[] columns = [Many("overall", 1, 2, 3, 4), Many("wait", 1, 2, 3, 4, 5)];
        ScaleDoubt doubt = Assert.Single(ScaleDoubt.Of(columns, ImportGuess.Of(columns, content), content));
        Assert.Equal((4, "overall"), (doubt.Highest, Assert.Single(doubt.Columns)));
    }

    [Fact]
    public void MapOfOptions_IsChecked()
    {
        QuestionnaireContent content = Asked.Content(Asked.Rating(), Asked.Choices(null, "web", "phone"));
        ImportItem Of(string column, string option) => new() { Column = column, Item = "channels", Option = option };
        new ImportMap { Items = [Of("a", "web"), Of("b", "phone")] }.Check(content);
        Assert.Equal("import.item-twice", Refused(Of("a", "web"), Of("b", "web")));
        Assert.Equal("import.unknown-option", Refused(Of("a", "fax")));
        Assert.Equal("import.unknown-option", Refused(new ImportItem { Column = "a", Item = "overall", Option = "web" }));
        Assert.Equal("import.unknown-reason", Assert.Throws<RuleViolationException>(
            () => new ImportMap { Items = [Of("a", "web")], Keep = ["empty"] }.Check(content)).Code);

        string Refused(params ImportItem[] items) =>
            Assert.Throws<RuleViolationException>(() => new ImportMap { Items = items }.Check(content)).Code;
    }

    private static ImportColumn Column(string name, string values) =>
        new(name, [.. values.Split(' ').Select(v => (v, 1))], values.Split(' ').Length, 0);

    private static ImportColumn Many(string name, params int[] values) =>
        new(name, [.. values.Select(v => ($"{v}", 10))], values.Length, 0);
}
