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
        typeof(QuestionKind).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(QuestionKind))).Select(t => t.Name).Order(),
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
        Assert.Equal([("Rating", 3), ("Choice", 3), ("Choices", 6), ("Comment", 30)], QuestionKind.All.Select(k => (k.Code, k.Seconds)));
}
