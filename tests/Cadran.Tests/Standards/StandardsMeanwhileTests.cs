using Cadran.Standards;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Standards;

/// <summary>Two people write the same version, year or month at once: the first is kept, the second is told.</summary>
public sealed class StandardsMeanwhileTests(TestApp app)
{
    [Fact]
    public async Task TheSecondOfTwo_IsTold()
    {
        ServiceStandard standard = await app.StandardAsync();
        async Task Twice(RuleViolationException refusal, string message, Func<ServiceStandard, object> write)
        {
            Func<Task> once = () => WriteAsync(standard.Id, write);
            await Race.OneIsRefusedAsync(refusal.Code, once, once);
            Assert.Equal(message, refusal.Message);
        }
        await Twice(StandardVersion.WrittenMeanwhile(),
            "Somebody has just written the next version of this standard. Look at it before you write another.",
            s => s.SetTerms(s.Versions[0].Terms with { Limit = 8 }, new(2026, 1, 1), "x", Recorded.Somebody, TestApp.Now));
        await Twice(YearTarget.SetMeanwhile(), "Somebody has just set the target of this year. Look at it before you set another.",
            s => s.SetTarget("2024-2025", new StandardTarget(1), null, null, Recorded.Somebody, TestApp.Now)!);
        await Twice(PeriodResult.RecordedMeanwhile(), "Somebody has just recorded this period. Look at it before you record it again.",
            s => s.RecordPeriod(ReportingPeriod.Require("2025-01"), new(1, 1), PeriodSource.Typed, null, Recorded.Somebody, TestApp.Now)!);
    }

    // As two who read before either had saved.
    private Task WriteAsync(Guid id, Func<ServiceStandard, object> write) => app.Db(async db =>
    {
        ServiceStandard read = await db.ServiceStandards.AsNoTracking().Include(s => s.Versions.Where(v => v.Number == 1))
            .FirstAsync(s => s.Id == id);
        db.Add(write(read));
        await db.SaveChangesAsync();
    });
}
