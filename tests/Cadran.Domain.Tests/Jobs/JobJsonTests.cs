using System.Globalization;
using Cadran.Jobs;

namespace Cadran.Domain.Tests.Jobs;

/// <summary>What a refusal of a job is about is kept with it, to be said in the reader's language.</summary>
public sealed class JobJsonTests
{
    [Fact]
    public void Args_OfEachKind_AreReadAsTheyWereWritten()
    {
        var said = new RuleViolationException("x", "{0} {1} {2}", null, "overall", 12, new LocalText("Time", "Délai"));
        object[] read = JobJson.Args(JobJson.Args(said.Args));
        Assert.Equal("overall 12 Time", string.Format(CultureInfo.InvariantCulture, "{0} {1} {2}", read[0], read[1], ((LocalText)read[2]).En));
    }

    [Fact]
    public void NoArgs_AreNothing()
    {
        Assert.Null(JobJson.Args([]));
        Assert.Empty(JobJson.Args((string?)null));
    }
}
