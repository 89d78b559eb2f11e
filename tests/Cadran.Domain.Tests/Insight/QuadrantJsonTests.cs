using System.Text.Json;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.Statistics.Drivers;

namespace Cadran.Domain.Tests.Insight;

/// <summary>Places of the matrix are words at the edge of the program, in files and in what a decision froze.</summary>
public sealed class QuadrantJsonTests
{
    [Theory]
    [InlineData(Quadrant.ImproveFirst, "improve-first")]
    [InlineData(Quadrant.Maintain, "maintain")]
    [InlineData(Quadrant.Watch, "watch")]
    [InlineData(Quadrant.PossibleOverkill, "possible-overkill")]
    public void Place_IsWrittenAsFilesCallIt_AndReadAgain(Quadrant place, string written)
    {
        Assert.Equal(written, place.Code());
        string json = JsonSerializer.Serialize(new DecisionEvidence { Driver = "x", Quadrant = place }, Mapping.JsonOptions);
        Assert.Contains($"\"quadrant\":\"{written}\"", json);
        Assert.Equal(place, JsonSerializer.Deserialize<DecisionEvidence>(json, Mapping.JsonOptions)!.Quadrant);
    }

    [Fact]
    public void NoPlace_StaysNone()
    {
        string json = JsonSerializer.Serialize(new DecisionEvidence { Driver = "x" }, Mapping.JsonOptions);
        Assert.Null(JsonSerializer.Deserialize<DecisionEvidence>(json, Mapping.JsonOptions)!.Quadrant);
    }
}
