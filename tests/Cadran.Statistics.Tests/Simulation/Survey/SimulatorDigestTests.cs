using Cadran.Statistics.Simulation;

namespace Cadran.Statistics.Tests.Simulation;

/// <summary>The simulator's numbers are promised to stay: demonstrations and stored examples are made of them.</summary>
public sealed class SimulatorDigestTests
{
    // FNV-1a of every column, taken on x64 before complaints, response styles by language and instrument shifts existed.
    [Theory]
    [InlineData("A", 3045345230446430952UL)]
    [InlineData("B", 823011186368580431UL)]
    [InlineData("field", 14258766961050361950UL)]
    public void Output_IsThatOfTheFirstVersion(string name, ulong expected)
    {
        var model =
            name switch
            {
                "A" => SurveyModel.ScenarioA(),
                "B" => SurveyModel.ScenarioB(),
                _ => SurveyModel.ScenarioB().WithFieldConditions()
            };
        WaveModel[] waves = [new(400), new(300, Drift: 0.05, PersonOverlap: 0.3, OfficeOverlap: 0.8), new(300, PersonOverlap: 0.5)];
        var survey = SurveySimulator.Simulate(model with { Changes = [new("timeliness", 1, 0.3)] }, 20260101, waves);
        Assert.Equal(expected, Digest(survey));
    }

    private static ulong Digest(SimulatedSurvey survey)
    {
        var hash = 14695981039346656037UL;
        void Add(ulong value)
        {
            for (var k = 0; k < 8; k++) hash = (hash ^ (value >> (8 * k) & 255)) * 1099511628211UL;
        }
        foreach (var wave in survey.Waves)
        {
            for (var i = 0; i < wave.Count; i++)
            {
                foreach (
                    var v in new int[] { wave.Person[i], wave.Stratum[i], wave.Office[i], wave.Channel[i], wave.Language[i], wave.Age[i],
                    wave.Day[i], wave.Overall[i] }) Add((ulong)v);
                Add(BitConverter.DoubleToUInt64Bits(wave.Weight[i]));
                foreach (var driver in wave.Drivers) Add((ulong)(byte)driver[i]);
            }
            for (var i = 0; i < wave.Invitations.Count; i++)
                Add((ulong)wave.Invitations.Person[i] << 1 | (wave.Invitations.Answered[i] ? 1UL : 0));
        }
        return hash;
    }
}
