using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Insight;

/// <summary>What somebody needs to come to the same figures elsewhere.</summary>
public sealed class WavesReproduceTests(TestApp app)
{
    [Fact]
    public async Task People_AreForThoseWhoRunTheCollection_CountsForOthers()
    {
        Guid wave = await SyntheticSurvey.AddWaveAsync(app, 1, "W1");
        Page people = await (await app.As(Role.Manager)).Get($"/insight/waves/{wave}/reproduce/scores/data");
        string[] lines = people.Html.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("q_overall,q_timeliness,q_knowledge,q_courtesy,q_fairness,q_outcome,weight,stratum,cluster,population", lines[0]);
        Assert.Equal(1194, lines.Length);
        Page counts = await (await app.As(Role.Executive)).Get($"/insight/waves/{wave}/reproduce/scores/data");
        lines = counts.Html.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("item,lowest,highest,value,n,share", lines[0]);
        Assert.Equal(31, lines.Length);
        Page shown = await (await app.As(Role.Manager)).Get($"/insight/waves/{wave}/reproduce/matrix");
        Assert.Contains("svydesign", shown.One("pre").TextContent);
        Assert.Equal(404, (await (await app.As(Role.Manager)).Get($"/insight/waves/{wave}/reproduce/unknown")).Status);
    }
}
