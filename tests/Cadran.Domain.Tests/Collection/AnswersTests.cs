using Cadran.Collection;
using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Domain.Tests.Collection;

public sealed class AnswersTests
{
    [Fact]
    public void Json_RoundTrip_KeepsKindsApart()
    {
        var answers = new Answers()
            .Set("a", new Answer.Rating(4)).Set("b", new Answer.Choice("north")).Set("c", new Answer.Choices(["web", "desk"]))
            .Set("d", new Answer.Comment("Plus vite, « s’il vous plaît »"))
            .Set("e", new Answer.Comment("call [phone]", new Dictionary<string, int> { ["phone"] = 1 }))
            .Set("f", new Answer.Comment("na")).Set("g", new Answer.None(NoValue.NotApplicable)).Set("h", new Answer.None(NoValue.DontKnow))
            .Set("i", new Answer.None(NoValue.Refused)).Set("j", new Answer.None(NoValue.NotAsked))
            .Set("k", new Answer.None(NoValue.Missing));
        string json = answers.ToJson();
        string expected = """
            {"a":4,"b":"north","c":["web","desk"],"d":"Plus vite, « s’il vous plaît »",
            "e":{"text":"call [phone]","masked":{"phone":1}},"f":{"text":"na"},"g":"na","h":"dk","i":"refused","j":"skipped"}
            """;
        Assert.Equal(expected.ReplaceLineEndings(""), json);
        Answers read = Answers.Parse(json, Find);
        Assert.Equal(json, read.ToJson());
        Assert.Equal(new Answer.Comment("na"), read["f"]);
        Assert.Equal(new Answer.None(NoValue.NotApplicable), read["g"]);
        Assert.Equal(new Answer.Choice("north"), read["b"]);
        Assert.Null(read["k"]);
    }

    [Fact]
    public void Json_InTheOrderAsked_WithoutWhatWasNot()
    {
        var answers = new Answers().Set("b", new Answer.Rating(1)).Set("x", new Answer.Rating(2)).Set("a", new Answer.Rating(3));
        Assert.Equal("""{"a":3,"b":1}""", answers.ToJson(["a", "b", "c"]));
    }

    [Fact]
    public void Set_Null_TakesTheAnswerAway() => Assert.Equal(0, new Answers().Set("a", new Answer.Rating(1)).Set("a", null).Count);

    [Fact]
    public void Parse_LeavesOutWhatIsNoAnswerToTheQuestion()
    {
        Answers read = Answers.Parse("""{"a":4.5,"b":7,"c":"web","zz":1,"d":null}""", code => code == "zz" ? null : Find(code));
        Assert.Equal(0, read.Count);
    }

    private static Question Find(string code) => code switch
    {
        "b" => Asked.Choice("north", "south"),
        "c" => Asked.Choices(null, "web", "desk"),
        "d" or "e" or "f" => Asked.Comment(code),
        _ => Asked.Rating(code: code),
    };
}
