namespace Cadran.Statistics.Tests;

public class ReferenceValuesTests
{
    [Fact]
    public void ProjectsValues_AreThoseOfTheSharedFiles()
    {
        foreach (var file in ReferenceValues.Files)
        {
            var ours = Oracle.Values(file).Leaves().Where(v => !v.Key.EndsWith("/tool", StringComparison.Ordinal)).ToDictionary();
            var shared = Reference.Open(Oracle.SharedPath("oracle/" + file)).Leaves().ToDictionary();
            Assert.All(ours, value => Assert.Equal(shared[value.Key], value.Value));
            // The shared files also hold two small data sets.
            Assert.All(shared.Keys.Except(ours.Keys), path => Assert.Matches("/nca_example|xmr_pistonmeans/data", path));
        }
    }
}
