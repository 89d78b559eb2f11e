using Cadran.Questionnaires;
using Cadran.Tests.Support;
using Cadran.Web.Files;

namespace Cadran.Tests.Insight.Export;

public sealed class VariableNamesTests
{
    [Fact]
    public void Names_AreWhatEveryProgramTakes()
    {
        string[] codes = ["time", "TIME", "à_point", "2nd", "by", "weight", "all", new string('x', 40), "a b", "a_b", "nul"];
        IReadOnlyDictionary<string, string> names = VariableNames.Of(Content([.. codes.Select(code => WaveData.Rating(code, code, code))]));
        Assert.Equal(["time", "TIME_2", "a_point", "q_2nd", "q_by", "weight_2", "q_all", new string('x', 40), "a_b", "a_b_2", "nul"],
            codes.Select(code => names[code]));
    }

    [Fact]
    public void AnOption_HasAColumnOfItsOwn_ThatNoQuestionTakes()
    {
        Question used = Questions.AskedWave.Choice("used", "Used?", "web", new string('y', 40)) with { Kind = QuestionKind.Choices };
        IReadOnlyDictionary<string, string> names = VariableNames.Of(Content(WaveData.Rating("used_web", "x", "x"), used));
        Assert.Equal(["used_web", "used_web_2", "used_" + new string('y', 40)], names.Values);
        Assert.All(names.Values, name => Assert.InRange(name.Length, 1, VariableNames.MaxLength));
    }

    private static QuestionnaireContent Content(params Question[] questions) =>
        new() { Sections = [new() { Code = "all", Title = new("All", "Tout"), Questions = questions }] };
}
