using Cadran.Catalogue;
using Cadran.Standards;
using Cadran.Tests.Support;

namespace Cadran.Tests.Standards;

/// <summary>A standard with terms, as tests of its pages need it.</summary>
internal static class StandardData
{
    public static async Task<ServiceStandard> StandardAsync(this TestApp app, Action<ServiceStandard>? also = null)
    {
        Service service = await app.ServiceAsync();
        ServiceStandard standard = ServiceStandard.Create(service.Id, "S-1", new("In ten days", "En dix jours"), "TML", "ONL");
        StandardTerms terms = new(new("An answer", "Une réponse"), StandardMeasure.Time, new StandardTarget(0.9m))
        {
            Limit = 10,
            Unit = TimeUnit.Days,
            ClockStart = new("A letter has come", "Une lettre est arrivée"),
            ClockEnd = new("The answer is sent", "La réponse est envoyée"),
        };
        standard.SetTerms(terms, new(2024, 1, 1), null, Recorded.Somebody, TestApp.Now);
        also?.Invoke(standard);
        await app.Db(async db =>
        {
            db.Add(standard);
            await db.SaveChangesAsync();
        });
        return standard;
    }

    /// <summary>Months up to the one before the tests' day, the last of them given.</summary>
    public static void Months(this ServiceStandard standard, params long[] kept)
    {
        DateOnly first = new DateOnly(TestApp.Now.Today.Year, TestApp.Now.Today.Month, 1).AddMonths(-kept.Length);
        for (int i = 0; i < kept.Length; i++)
            standard.RecordPeriod(ReportingPeriod.Of(first.AddMonths(i), ReportingPeriod.Month), new(kept[i], 100), PeriodSource.Typed,
                null,
                Recorded.Somebody, TestApp.Now);
    }
}
