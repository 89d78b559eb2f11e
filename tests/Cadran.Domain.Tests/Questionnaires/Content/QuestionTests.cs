using System.Text.Json;
using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Content;

/// <summary>What a question is in stored questionnaires, those of earlier releases among them.</summary>
public sealed class QuestionTests
{
    private const string OfEarlierReleases = """
        {"code":"wait","kind":"Rating","text":{"en":"The wait?","fr":"L’attente ?"},"role":"Driver","driver":"Timeliness",
         "options":[{"code":"1","label":{"en":"Bad","fr":"Mauvaise"}},{"code":"2","label":{"en":"Poor","fr":"Faible"}},
                    {"code":"3","label":{"en":"Fair","fr":"Moyenne"}},{"code":"4","label":{"en":"Good","fr":"Bonne"}}]}
        """;

    [Fact]
    public void RatingStoredWithOptions_HasThemAsTheWordsOfItsScale()
    {
        Question read = Read(OfEarlierReleases);
        LocalText[] labels = [new("Bad", "Mauvaise"), new("Poor", "Faible"), new("Fair", "Moyenne"), new("Good", "Bonne")];
        Assert.Equal(new RatingScale(1, 4) { Labels = [.. labels] }, read.Scale);
        Assert.Empty(read.Options);
        Assert.Equal(["1", "2", "3", "4"], read.Kind.Options(read).Select(o => o.Code));
    }

    [Fact]
    public void RatingStoredWithoutOptions_HasFivePointsWithoutWords()
    {
        Question read = Read("""{"code":"wait","kind":"Rating","text":{"en":"The wait?","fr":""},"options":[]}""");
        Assert.Equal(new RatingScale(1, 5), read.Scale);
    }

    [Fact]
    public void Scale_IsStoredWhole_AndReadWhateverTheOrder()
    {
        Question asked = Asked.Rating(new(0, 11, Reversed: true) { Labels = [new("Best", "Mieux"), new("Worst", "Pire")] });
        string json = JsonSerializer.Serialize(asked, Mapping.JsonOptions);
        Assert.Contains("\"kind\":\"Rating\"", json);
        Assert.Contains("\"scale\":{\"lowest\":0,\"points\":11,\"reversed\":true,\"labels\":[", json);
        Assert.DoesNotContain("highest", json);
        Assert.Equal(json, JsonSerializer.Serialize(Read(json), Mapping.JsonOptions));
        Question turned = Read("""{"scale":{"points":2,"lowest":0},"code":"q","text":{"en":"?","fr":"?"},"kind":"Rating"}""");
        Assert.Equal(new RatingScale(0, 2), turned.Scale);
        Question old = Read("""
            {"options":[{"code":"1","label":{"en":"a","fr":"a"}},{"code":"2","label":{"en":"b","fr":"b"}}],
             "code":"q","text":{"en":"?","fr":"?"},"kind":"Rating"}
            """);
        Assert.Equal(("a", 2), (old.Scale!.LabelOf(1).En, old.Scale.Points));
    }

    [Fact]
    public void Scale_GoesWithTheKind()
    {
        Question rating = Asked.Rating(new(1, 7));
        Assert.Null((rating with { Kind = QuestionKind.Comment }).Scale);
        Assert.Null(new Question { Code = "q", Text = Asked.Words, Kind = QuestionKind.Choice, Scale = new() }.Scale);
        Assert.NotNull((rating with { Kind = QuestionKind.Comment } with { Kind = QuestionKind.Rating }).Scale);
    }

    [Fact]
    public void Versions_SayWhereAScaleChanged()
    {
        Question five = Asked.Rating(), four = five with { Scale = new(1, 4) };
        VersionChanges changes = VersionChanges.Between(Asked.Content(five), Asked.Content(four));
        Assert.Equal(["overall"], changes.Reworded.Select(r => r.Code));
        Assert.True(VersionChanges.Between(Asked.Content(four), Asked.Content(four with { Scale = new(1, 4) })).None);
    }

    private static Question Read(string json) => JsonSerializer.Deserialize<Question>(json, Mapping.JsonOptions)!;
}
