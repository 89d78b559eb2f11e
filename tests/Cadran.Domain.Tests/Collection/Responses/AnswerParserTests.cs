using System.Text;
using Cadran.Collection;
using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Collection.Responses;

/// <summary>
/// Stored answers as numbers, on any scale. Every text is read twice: as it is written, which the fast reader takes, and with blanks that
/// only the other one takes; both must find the same.
/// </summary>
public sealed class AnswerParserTests
{
    private const int Missing = (int)NoValue.Missing;

    private static readonly QuestionnaireContent Content = Asked.Content(
        Asked.Rating(new(0, 11)), Asked.Rating(new(1, 6, Reversed: true), "grade"), Asked.Rating(new(-2, 5), "balance"),
        Asked.Choice("north", "south"), Asked.Choices(null, "web", "desk"), Asked.Comment());

    [Theory]
    [InlineData("""{"overall":10,"grade":1,"balance":-2}""", 10, 6, 0, Missing, Missing, Missing)]
    [InlineData("""{"overall":0,"grade":6,"balance":2}""", 0, 1, 4, Missing, Missing, Missing)]
    [InlineData("""{"overall":11,"grade":7,"balance":-3}""", Missing, Missing, Missing, Missing, Missing, Missing)]
    [InlineData("""{"overall":100,"grade":0,"balance":3}""", Missing, Missing, Missing, Missing, Missing, Missing)]
    [InlineData("""{"overall":-1,"region":"south","channels":["desk"]}""", Missing, Missing, Missing, 1, 0, 1)]
    [InlineData("""{"overall":"na","grade":"dk","balance":"refused","region":"skipped","channels":"dk"}""", -2, -3, -4, -5, -3, -3)]
    [InlineData("""{"overall":7.5,"grade":"1","region":1,"channels":"web","improve":"na"}""", Missing, Missing, Missing, Missing, Missing,
        Missing)]
    [InlineData("""{"channels":[],"improve":"\"overall\":3","balance":-1}""", Missing, Missing, 1, Missing, 0, 0)]
    public void BothReaders_FindTheSame(string json, params int[] expected)
    {
        Assert.Equal(expected, Read(json));
        Assert.Equal(expected,
            Read(json.Replace(":", "  :  ", StringComparison.Ordinal).Replace("\\\"overall\\\"  :  3", "x", StringComparison.Ordinal)));
    }

    [Fact]
    public void Measurements_AreReadBesideTheReasonWhyThereIsNone()
    {
        Question number = EveryKind.Of(QuestionKind.Number), wait = EveryKind.Of(QuestionKind.Duration),
            choice = EveryKind.Of(QuestionKind.Choice), choices = EveryKind.Of(QuestionKind.Choices);
        TableItem[] items = TableItem.Of(Asked.Content(Asked.Rating(), number, wait, choice, choices));
        var parser = new AnswerParser(items);
        (sbyte[] codes, double[] measured) = Row("""
            {"overall":4,"q_number":12.5,"q_duration":{"actual":3,"acceptable":2},"q_choice":{"code":"other","texts":{"other":"x"}},
             "q_choices":{"codes":["web","other"],"texts":{"other":"y"}}}
            """);
        Assert.Equal([4, 0, 0, 2, 1, 0, 1, 0], codes.Select(c => (int)c));
        Assert.Equal([12.5, 3, 2, 0], measured);
        (codes, measured) = Row("""{"overall":"na","q_number":"dk","q_choice":"web","q_choices":["desk"]}""");
        Assert.Equal([-2, -3, Missing, 0, 0, 1, 0, 0], codes.Select(c => (int)c));
        Assert.All(measured, m => Assert.True(double.IsNaN(m)));

        (sbyte[], double[]) Row(string json)
        {
            sbyte[][] columns = [.. Enumerable.Range(0, items.Sum(i => i.Columns)).Select(_ => new[] { (sbyte)NoValue.Missing })];
            double[][] measures = [.. Enumerable.Range(0, items.Sum(i => i.Series.Count)).Select(_ => new[] { double.NaN })];
            parser.Parse(Encoding.UTF8.GetBytes(json), columns, 0, measures);
            return ([.. columns.Select(c => c[0])], [.. measures.Select(m => m[0])]);
        }
    }

    private static int[] Read(string json)
    {
        TableItem[] items = TableItem.Of(Content);
        sbyte[][] columns = [.. Enumerable.Range(0, items.Sum(i => i.Columns)).Select(_ => new[] { (sbyte)NoValue.Missing })];
        new AnswerParser(items).Parse(Encoding.UTF8.GetBytes(json), columns, 0);
        return [.. columns.Select(c => (int)c[0])];
    }
}
