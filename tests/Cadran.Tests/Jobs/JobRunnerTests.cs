using Cadran.Jobs;
using Cadran.People;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Jobs;

/// <summary>Whatever a job ends with is in its row, and the next one runs.</summary>
public sealed class JobRunnerTests
{
    [Fact]
    public async Task JobThatGivesUpItself_IsToldSo_AndStopsNobodyElse()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Job cancelled = await fresh.EndAsync(() => throw new OperationCanceledException());
        Assert.Equal("Something went wrong on our side. Nothing was changed that is not shown here.", cancelled.Error);
        Job next = await fresh.EndAsync(() => { });
        Assert.Null(next.Error);
    }

    [Fact]
    public async Task Refusal_KeepsWhatItIsAbout()
    {
        await using FreshApp fresh = await FreshApp.StartAsync();
        Job refused = await fresh.EndAsync(() => throw new RuleViolationException("x", "{0}: {1} characters at most.", null, new LocalText("Name", "Nom"), 80));
        Assert.Equal("{0}: {1} characters at most.", refused.Error);
        Assert.Equal([new LocalText("Name", "Nom"), 80.0], JobJson.Args(refused.ErrorArgs));
    }
}
