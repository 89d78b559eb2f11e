using Cadran.Collection;
using Cadran.Data;
using Cadran.Improvement;

namespace Cadran.Web.Demonstration;

/// <summary>What the fictional managers decided, did and found, by the same rules as everybody: the evidence is computed from the waves.</summary>
internal sealed class DemonstrationStory(CadranDb db, EvidenceReader evidence, TimeProvider time)
{
    private const string Judge = "M. Okafor";

    /// <summary>Passports: after the second wave the wait was decided on; one action moved it, the other did not.</summary>
    public async Task PassportsAsync(IReadOnlyList<Wave> waves, CancellationToken ct)
    {
        Decision decision = await DecideAsync(waves[1], "timeliness", new("Cut the wait", "Réduire l’attente"),
            "The wait weighs most on overall satisfaction and scores lowest. Clients who are content with everything else still name it first.\nWhat the figures do not show: whether it is the wait itself or not knowing how long it will be.",
            "Executive committee", waves[1].ClosesOn.AddDays(30), ct);
        await AimAsync(waves[1], MeasureNames.Overall, TargetKind.Relative, 0.10, waves[1].ClosesOn.AddYears(3), ct);

        ImprovementAction online = Open(decision, "Follow your application online", "Each applicant sees the step the file has reached and the date it should end.", "L. Tremblay", "timeliness", 6, decision.DecidedOn.AddDays(10), waves[2].OpensOn.AddDays(-20));
        online.Start(decision.DecidedOn.AddDays(15));
        online.Deliver(waves[2].OpensOn.AddDays(-25), Today);
        ImprovementAction callBack = Open(decision, "Call back instead of holding the line", "Callers leave a number and are called within two hours.", "S. Nguyen", "courtesy", 4, decision.DecidedOn.AddDays(40), waves[3].OpensOn.AddDays(-15));
        callBack.Start(decision.DecidedOn.AddDays(60));
        callBack.Deliver(waves[3].OpensOn.AddDays(-12), Today);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);

        await JudgeAsync(online, waves[1], waves[2], "The gain is on the item the action aimed at, in the first wave after it, and nothing else changed in that time.", "The gain, if any, is within the margin.", ct);
        await JudgeAsync(callBack, waves[2], waves[3], "The gain is beyond the margin.", "The change on courtesy is within the margin. We keep the service and look at what callers say before going further.", ct);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }

    /// <summary>Permits: decided after the third wave; the action is delivered and waits for its wave, another is under way.</summary>
    public async Task PermitsAsync(IReadOnlyList<Wave> waves, CancellationToken ct)
    {
        Decision decision = await DecideAsync(waves[3], "timeliness", new("Decide faster on simple files", "Décider plus vite des dossiers simples"),
            "Timeliness comes out first again. Half of the files are simple and wait behind the others.", "Director of permits", waves[3].ClosesOn.AddDays(7), ct);
        await AimAsync(waves[3], "timeliness", TargetKind.Points, 8, waves[3].ClosesOn.AddYears(2), ct);
        ImprovementAction track = Open(decision, "A fast lane for simple files", "Files with no inspection are decided within five days.", "R. Gagnon", "timeliness", 8, decision.DecidedOn.AddDays(5), Today.AddMonths(5));
        track.Start(decision.DecidedOn.AddDays(8));
        Open(decision, "Say on the first day what is missing", "The intake clerk checks completeness on arrival and writes at once.", "A. Bouchard", "outcome", 3, decision.DecidedOn.AddDays(9), Today.AddMonths(8));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private async Task<Decision> DecideAsync(Wave wave, string driver, LocalText title, string reasons, string body, DateOnly on, CancellationToken ct)
    {
        IReadOnlyList<DecisionEvidence> found = await evidence.OfAsync(wave, ct);
        var decision = new Decision
        {
            ServiceId = wave.ServiceId,
            WaveId = wave.Id,
            Title = title.En,
            Reasons = reasons,
            Body = body,
            DecidedOn = on,
            Evidence = found.FirstOrDefault(e => e.Driver == driver) ?? throw new InvalidOperationException($"The simulated wave {wave.Name} has no driver {driver}."),
        };
        db.Decisions.Add(decision);
        return decision;
    }

    private async Task AimAsync(Wave wave, string item, TargetKind kind, double change, DateOnly dueOn, CancellationToken ct)
    {
        var baseline = await evidence.ScoreAsync(wave, item, ct) ?? throw new InvalidOperationException($"The simulated wave {wave.Name} has no {item}.");
        db.Targets.Add(new Target
        {
            ServiceId = wave.ServiceId,
            Item = item,
            BaselineWaveId = wave.Id,
            Baseline = baseline.Score.Estimate,
            BaselineStandardError = baseline.Score.Se,
            BaselineRespondents = baseline.Respondents,
            BaselineOn = wave.ClosesOn,
            Kind = kind,
            Change = change,
            DueOn = dueOn,
        });
    }

    private ImprovementAction Open(Decision decision, string title, string description, string owner, string item, double points, DateOnly openedOn, DateOnly dueOn)
    {
        var action = new ImprovementAction
        {
            ServiceId = decision.ServiceId,
            DecisionId = decision.Id,
            Title = title,
            Description = description,
            Owner = owner,
            Item = item,
            ExpectedPoints = points,
            DueOn = dueOn,
            OpenedAtUtc = openedOn.ToDateTime(new TimeOnly(15, 0), DateTimeKind.Utc),
        };
        db.ImprovementActions.Add(action);
        return action;
    }

    // The data decide which verdict the fictional manager records.
    private async Task JudgeAsync(ImprovementAction action, Wave before, Wave after, string whenShown, string whenNot, CancellationToken ct)
    {
        EffectEvidence found = await evidence.EffectAsync(before, after, action.Item, ct);
        action.Judge(found, found.ShowsGain, found.ShowsGain ? whenShown : whenNot, Judge, after.ClosesOn.AddDays(10).ToDateTime(new TimeOnly(14, 0), DateTimeKind.Utc));
    }
}
