using System.Text;
using Cadran.Collection;
using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Collection.Import;

/// <summary>What a cell of a file becomes, on scales that are not 1 to 5.</summary>
public sealed class ImportCellTests
{
    private static readonly ImportMap Map = new() { Missing = ["NA"], Values = new Dictionary<string, string> { ["99"] = "dk" } };

    [Theory]
    [InlineData("0", "\"overall\":0"), InlineData("10", "\"overall\":10"), InlineData("9", "\"overall\":9")]
    [InlineData("99", "\"overall\":\"dk\"")]
    [InlineData("NA", ""), InlineData("", ""), InlineData("na", "\"overall\":\"na\"")]
    public void NoughtToTen_TakesAllItsPoints(string cell, string json)
    {
        ImportCell.Outcome read = Cell(new(0, 11)).Answer(cell);
        Assert.Equal((json, null as string), (Encoding.UTF8.GetString(read.Json), read.Problem));
    }

    [Theory]
    [InlineData("5"), InlineData("0"), InlineData("9")]
    public void FourPoints_RefuseAFifth(string cell) =>
        Assert.StartsWith("{0} is not on the scale.", Cell(new(1, 4)).Answer(cell).Problem);

    [Fact]
    public void LabelOfAnEnd_IsAReadingToBeSeen()
    {
        ImportCell cell = Cell(new(0, 11) { Labels = [new("Never", "Jamais"), new("Always", "Toujours")] });
        Assert.Equal(("10", "Always"), (cell.Answer("toujours").Code?.Becomes, cell.Answer("toujours").Code?.Point?.En));
        Assert.Null(cell.Answer("10").Code);
        Assert.Equal((null, true), (cell.Answer("often").Code!.Becomes, cell.Answer("often").Problem is not null));
    }

    // 8 and 9 are points of 0 to 10 and codes beside 1 to 5; nothing inside a scale is ever proposed as no answer.
    [Fact]
    public void Guess_NeverTakesAPointForACode()
    {
        QuestionnaireContent content = Asked.Content(Asked.Rating(new(0, 11)), Asked.Rating(new(1, 5), "wait"));
        ImportColumn[] columns = [Column("overall", "0 8 9 10 99"), Column("wait", "0 1 5 9")];
        ImportMap guess = ImportGuess.Of(columns, content);
        Assert.Equal(["99"], guess.Items[0].Values.Keys);
        Assert.Equal([("0", "na"), ("9", "dk"), ("99", "dk")], guess.Items[1].Values.Select(v => (v.Key, v.Value)));
    }

    private static ImportCell Cell(RatingScale scale) =>
        new(Map, new ImportItem { Column = "overall", Item = "overall" }, Asked.Rating(scale), 0);

    private static ImportColumn Column(string name, string values) =>
        new(name, [.. values.Split(' ').Select(v => (v, 1))], values.Split(' ').Length, 0);
}
