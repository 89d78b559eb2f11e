using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Statistics.Simulation;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Demonstration;

/// <summary>
/// A fictional ministry with three services at three places of the improvement cycle: one with a verified and a not verified action,
/// one with work under way, one that has only measured. Answers come from the seeded simulator (scenario B), so every run is alike.
/// </summary>
internal sealed class DemonstrationContent(CadranDb db, DemonstrationWaves waves, DemonstrationImprovement story,
    DemonstrationPlans plans, DemonstrationGovernance governance, DemonstrationFrame frame, DemonstrationWeighting weighting,
    DemonstrationComplaints complaints, DemonstrationRegister register, PublishedCounts counts, TimeProvider time)
{
    private const ulong Seed = 20260101;

    /// <summary>What stands above the fictional ministry in an installation that nobody has for anything else.</summary>
    public static Organisation Top() => Organisation.Top(new("Demonstration", "Démonstration"));

    public async Task FillAsync(Guid parentOrganisationId, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        if (await db.Services.AnyAsync(ct))
            throw new RuleViolationException("demonstration.not-empty",
                "The demonstration fills only an empty installation. Start with an empty data folder.");
        DateOnly today = time.Today;
        Organisation ministry =
            Organisation.Create("documents", new("Ministry of Documents", "Ministère des Documents"), parentOrganisationId);
        db.Organisations.Add(ministry);
        List<DemonstrationService> made = [.. DemonstrationServices.Create(ministry.Id, today)];
        List<Service> services = [.. made.Select(m => m.Service)];
        db.Services.AddRange(services);
        db.ServiceCalendars.Add(DemonstrationStandards.Tell(ministry.Id, made, Seed + 3, today));
        db.ServiceStandards.AddRange(made.SelectMany(m => m.Standards));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
        progress.Report((1, 7));

        SurveyModel people = SurveyModel.ScenarioB().WithFieldConditions();
        var passports =
            await waves.CreateAsync(services[0], people with { Changes = [new("timeliness", FromWave: 2, Shift: 0.45)] }, Seed, today, ct);
        progress.Report((2, 7));
        var permits = await waves.CreateAsync(services[1], people, Seed + 1, today, ct);
        progress.Report((3, 7));
        var records = await waves.CreateAsync(services[2], SurveyModel.ScenarioA().WithFieldConditions(), Seed + 2, today, ct);
        progress.Report((4, 7));
        await story.PassportsAsync(passports, ct);
        progress.Report((5, 7));
        await story.PermitsAsync(permits, ct);
        DemonstrationSteps.Tell(db, services[0].Id, services[1].Id, today);
        DemonstrationIdeas.Tell(db, services[0], today);
        db.CharterVersions.Add(DemonstrationCharter.Of(services[0].Id, made[0].Standards, today));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
        await plans.TellAsync(services[0].Id, services[1].Id, ct);
        await governance.TellAsync(ministry.Id, ct);
        progress.Report((6, 7));
        await frame.CreateAsync(services[2], records[^1].VersionId, today, ct);
        await complaints.TellAsync(services[0], today, ct);
        await register.TellAsync(services[0], today, ct);
        await weighting.MakeAsync(passports[^1], time.Now, ct);
        await counts.PublishDueAsync(ct);
        progress.Report((7, 7));
    }
}
