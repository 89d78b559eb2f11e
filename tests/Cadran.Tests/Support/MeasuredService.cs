using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Statistics.Simulation;
using Cadran.Storage;
using Cadran.Web.Demonstration;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>A service of organisation A with four closed waves of simulated answers; timeliness improves from the third wave on.</summary>
internal sealed record MeasuredService(Guid Id, IReadOnlyList<Wave> Waves)
{
    private static readonly SemaphoreSlim Making = new(1);
    private static MeasuredService? made;

    public static async Task<MeasuredService> GetAsync(TestApp app)
    {
        await Making.WaitAsync();
        try { return made ??= await MakeAsync(app); }
        finally { Making.Release(); }
    }

    private static async Task<MeasuredService> MakeAsync(TestApp app)
    {
        using IServiceScope scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var service = Service.Create(app.OrganisationA, "MEASURED", new("Measured <b>service</b>", "Service mesuré"));
        db.Services.Add(service);
        await db.SaveChangesAsync();
        DateOnly today = DateOnly.FromDateTime(app.Time.GetLocalNow().DateTime);
        var model = SurveyModel.ScenarioB() with { Changes = [new("timeliness", FromWave: 2, Shift: 0.45)] };
        List<Wave> waves = await scope.ServiceProvider.GetRequiredService<DemonstrationWaves>()
            .CreateAsync(service, model, seed: 7, today, CancellationToken.None);
        return new MeasuredService(service.Id, waves);
    }
}
