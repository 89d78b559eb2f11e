using Cadran.Collection;
using Cadran.Improvement;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;

namespace Cadran.Web.Demonstration;

/// <summary>
/// What the fictional managers decided, did and found, by the same rules as everybody: the evidence is computed from the waves.
/// </summary>
internal sealed class DemonstrationImprovement(CadranDb db, EvidenceReader evidence, TimeProvider time)
{
    // Somebody of the story, without an account.
    private static readonly Actor Manager = new(null, "M. Okafor");

    /// <summary>Passports: after the second wave the wait was decided on; one action moved it, the other did not.</summary>
    public async Task PassportsAsync(IReadOnlyList<Wave> waves, CancellationToken ct)
    {
        Decision decision = await DecideAsync(waves[1], "timeliness", new("Cut the wait", "Réduire l’attente"),
            new("The wait weighs most on overall satisfaction and scores lowest. " +
                "Clients who are content with everything else still name it first.\nWhat the figures do not show: " +
                "whether it is the wait itself or not knowing how long it will be.",
                "C’est l’attente qui pèse le plus sur la satisfaction globale, et c’est elle qui obtient la note la plus basse. " +
                "Même les clients contents de tout le reste la citent en premier.\nCe que les chiffres ne disent pas\u00A0: " +
                "si c’est l’attente elle-même qui déplaît, ou de ne pas savoir combien de temps elle durera."),
            new("Executive committee", "Comité de direction"), waves[1].ClosesOn.AddDays(30), ct);
        await AimAsync(waves[1], MeasureNames.Overall, TargetChange.Relative(Share.FromPercent(10)), waves[1].ClosesOn.AddYears(3),
            decision, ct);
        IReadOnlyList<string> measured = await MeasuredAsync(waves[1], ct);

        ImprovementAction online = Open(decision, new("Follow your application online", "Suivre sa demande en ligne"),
            new("Each applicant sees the step the file has reached and the date it should end.",
                "Chacun voit à quelle étape en est son dossier et à quelle date il devrait être réglé."),
                "L. Tremblay", "timeliness", 6, daysAfter: 10, waves[2].OpensOn.AddDays(-20), measured);
        Carry(online, decision, decision.DecidedOn.AddDays(15), waves[2].OpensOn.AddDays(-25));
        ImprovementAction callBack =
            Open(decision, new("Call back instead of holding the line", "Rappeler au lieu de faire attendre en ligne"),
            new("Callers leave a number and are called within two hours.", "On laisse son numéro et on est rappelé dans les deux heures."),
                "S. Nguyen", "courtesy", 4, daysAfter: 40, waves[3].OpensOn.AddDays(-15), measured);
        Carry(callBack, decision, decision.DecidedOn.AddDays(60), waves[3].OpensOn.AddDays(-12));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);

        await JudgeAsync(online, waves[1], waves[2],
            new("The gain is on the item the action aimed at, in the first wave after it, and nothing else changed in that time.",
                "Le gain porte sur l’élément que l’action visait, dès la première vague qui la suit, " +
                "et rien d’autre n’a changé entre-temps."),
            new("The gain, if any, is within the margin.", "S’il y a un gain, il est dans la marge d’erreur."), ct);
        await JudgeAsync(callBack, waves[2], waves[3],
            new("The gain is beyond the margin.", "Le gain dépasse la marge d’erreur."),
            new("The change on courtesy is within the margin. We keep the service and look at what callers say before going further.",
                "Le changement sur la courtoisie est dans la marge d’erreur. " +
                "Nous gardons ce service et regardons ce qu’en disent les personnes qui appellent avant d’aller plus loin."),
                ct);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }

    /// <summary>Permits: decided after the third wave; the action is delivered and waits for its wave, another is under way.</summary>
    public async Task PermitsAsync(IReadOnlyList<Wave> waves, CancellationToken ct)
    {
        Decision decision =
            await DecideAsync(waves[3], "timeliness", new("Decide faster on simple files", "Décider plus vite des dossiers simples"),
            new("Timeliness comes out first again. Half of the files are simple and wait behind the others.",
                "Le délai ressort encore en premier. La moitié des dossiers sont simples et attendent derrière les autres."),
            new("Director of permits", "Direction des permis"), waves[3].ClosesOn.AddDays(7), ct);
        await AimAsync(waves[3], "timeliness", TargetChange.Adding(new Points(8)), waves[3].ClosesOn.AddYears(2), decision, ct);
        IReadOnlyList<string> measured = await MeasuredAsync(waves[3], ct);
        ImprovementAction track = Open(decision, new("A fast lane for simple files", "Une voie rapide pour les dossiers simples"),
            new("Files with no inspection are decided within five days.", "Les dossiers sans inspection sont réglés en cinq jours."),
                "R. Gagnon", "timeliness", 8, daysAfter: 5, time.Today.AddMonths(5), measured);
        Carry(track, decision, decision.DecidedOn.AddDays(8));
        Open(decision, new("Say on the first day what is missing", "Dire dès le premier jour ce qui manque"),
            new("The intake clerk checks completeness on arrival and writes at once.",
                "À l’arrivée du dossier, l’agent d’accueil vérifie qu’il est complet et écrit aussitôt."),
                "A. Bouchard", "outcome", 3, daysAfter: 9, time.Today.AddMonths(8), measured);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }

    private async Task<Decision> DecideAsync(
        Wave wave, string driver, LocalText title, LocalText reasons, LocalText body, DateOnly on, CancellationToken ct)
    {
        IReadOnlyList<DecisionEvidence> found = await evidence.OfAsync(wave, ct);
        DecisionEvidence chosen = found.FirstOrDefault(e => e.Driver == driver)
            ?? throw new InvalidOperationException($"The simulated wave {wave.Name} has no driver {driver}.");
        Decision decision = Decision.Record(wave, chosen, title, reasons, body, on, Manager, Moment.On(on));
        db.Decisions.Add(decision);
        return decision;
    }

    private async Task AimAsync(Wave wave, string item, TargetChange change, DateOnly dueOn, Decision with, CancellationToken ct) =>
        db.Targets.Add(Target.Set(
            wave, item, await evidence.ScoreAsync(wave, item, ct), change, dueOn, Manager, Moment.On(with.DecidedOn)));

    private ImprovementAction Open(Decision decision, LocalText title, LocalText description, string owner, string item, double points,
        int daysAfter, DateOnly dueOn, IReadOnlyList<string> measured)
    {
        ImprovementAction action = ImprovementAction.Open(decision, title, description, owner, dueOn, item, points, measured,
            Manager, Moment.On(decision.DecidedOn.AddDays(daysAfter), hour: 15));
        db.ImprovementActions.Add(action);
        return action;
    }

    private static void Carry(ImprovementAction action, Decision decision, DateOnly started, DateOnly? delivered = null)
    {
        action.Start(started, decision, Manager, Moment.On(started));
        if (delivered is { } day) action.Deliver(day, decision, Manager, Moment.On(day));
    }

    private async Task<IReadOnlyList<string>> MeasuredAsync(Wave wave, CancellationToken ct) =>
        [.. (await evidence.MeasuresAsync(wave, ct)).Select(m => m.Code)];

    // The data decide which verdict the fictional manager records.
    private async Task JudgeAsync(
        ImprovementAction action, Wave before, Wave after, LocalText whenShown, LocalText whenNot, CancellationToken ct)
    {
        EffectEvidence found = await evidence.CitedEffectAsync(before, after, action.Item!, ct);
        bool shown = found.Verdict == ChangeVerdict.Gain;
        action.Judge(found, shown, shown ? whenShown : whenNot, Manager,
            Moment.On(after.ClosesOn.AddDays(10), hour: 14));
    }
}
