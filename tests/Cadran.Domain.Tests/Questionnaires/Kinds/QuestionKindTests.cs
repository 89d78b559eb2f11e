using System.ComponentModel;
using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Tests.Support;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

/// <summary>What every kind owes, so that one that is added and forgets something fails here.</summary>
public sealed class QuestionKindTests
{
    public static TheoryData<string> Codes => [.. QuestionKind.All.Select(k => k.Code)];

    [Fact]
    public void EveryClassOfAKind_IsInTheList() => Assert.Equal(
        typeof(QuestionKind).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(QuestionKind)) && !t.IsAbstract)
            .Select(t => t.Name).Order(),
        QuestionKind.All.Select(k => k.GetType().Name).Order());

    [Theory, MemberData(nameof(Codes))]
    public void Kind_IsStoredAndSentByItsCode(string code)
    {
        QuestionKind kind = QuestionKind.Find(code)!;
        Assert.Equal($"\"{code}\"", JsonSerializer.Serialize(kind, Mapping.JsonOptions));
        Assert.Same(kind, JsonSerializer.Deserialize<QuestionKind>($"\"{code}\"", Mapping.JsonOptions));
        Assert.Same(kind, TypeDescriptor.GetConverter(typeof(QuestionKind)).ConvertFrom(code));
        Assert.Equal(code, kind.ToString());
    }

    [Fact]
    public void UnknownCode_IsRefused()
    {
        Assert.Null(QuestionKind.Find("Novel"));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<QuestionKind>("\"Novel\"", Mapping.JsonOptions));
        Assert.Throws<FormatException>(() => TypeDescriptor.GetConverter(typeof(QuestionKind)).ConvertFrom("Novel"));
    }

    [Theory, MemberData(nameof(Codes))]
    public void Kind_HasItsPartialView(string code) =>
        Assert.True(File.Exists(Path.Combine(Sources.Web, "Respondent", "Kinds", QuestionKind.Find(code)!.Partial + ".cshtml")));

    [Fact]
    public void OverallAndDrivers_AreRatings()
    {
        foreach (QuestionKind kind in QuestionKind.All)
        {
            Question overall =
                new() { Code = "q", Kind = kind, Text = Asked.Words, Role = ItemRole.Overall, Options = Asked.Choice("a", "b").Options };
            string[] faults = kind.HasScale ? [] : ["Overall satisfaction and drivers are ratings."];
            Assert.Equal(faults, kind.Faults(overall with { Options = kind.HasOptions ? overall.Options : [] }).Select(f => f.Message));
        }
    }

    [Fact]
    public void Seconds_AreThoseTheMethodStates() =>
        Assert.Equal(
        [
            ("Rating", 3), ("Recommend", 4), ("YesNo", 2), ("Choice", 3), ("Choices", 6), ("Ranking", 20), ("Number", 8), ("Sum", 20),
            ("Date", 8), ("Duration", 15), ("Text", 12), ("Comment", 30), ("PostalCode", 6), ("Phone", 10), ("Statement", 0),
            ("Consent", 4), ("Hidden", 0), ("File", 30),
        ], QuestionKind.All.Select(k => (k.Code, k.Seconds)));

    [Theory, MemberData(nameof(Codes))]
    public void Kind_ReadsWhatItStores(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        Assert.Empty(question.Kind.Faults(question).Select(f => f.Message));
        foreach (Answer answer in EveryKind.Answers(question.Kind))
        {
            using var json = JsonDocument.Parse(Written(answer));
            Assert.Equal(Written(answer), Written(question.Kind.Stored(json.RootElement)!));
            Assert.Null(question.Kind.Check(question, answer));
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public void Kind_TellsItsSeriesApart(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        NumberSeries[] series = [.. question.Kind.Series(question)];
        Assert.Equal(series.Length, series.Select(s => s.Part).Distinct().Count());
        // A kind is counted by its codes or measured in its series, not both.
        Assert.True(question.Kind.Coder(question) is null || series.Length == 0);
        foreach (NumberSeries one in series)
            Assert.Contains(EveryKind.Answers(question.Kind), answer => question.Kind.Measured(question, answer, one) is not null);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Question_OfEveryKind_IsStoredWhole(string code)
    {
        Question question = EveryKind.Of(QuestionKind.Find(code)!);
        string json = JsonSerializer.Serialize(question, Mapping.JsonOptions);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Question>(json, Mapping.JsonOptions), Mapping.JsonOptions));
    }

    private static string Written(Answer answer)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) answer.Write(json);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
