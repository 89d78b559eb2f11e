using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Demonstration;

/// <summary>Entries of the register that came from elsewhere than a decision, one for each way they can go.</summary>
internal sealed class DemonstrationRegister(CadranDb db)
{
    private static readonly Actor Officer = new(null, "P. Novak"), Director = new(null, "M. Okafor");

    public async Task TellAsync(Service service, DateOnly today, CancellationToken ct)
    {
        Guid complaint = await db.Complaints.Where(c => c.ServiceId == service.Id && c.CauseDriver == "courtesy").Select(c => c.Id)
            .FirstAsync(ct);
        Guid idea = await db.Ideas.Select(i => i.Id).FirstAsync(ct);
        Guid standard = await db.ServiceStandards.Where(s => s.ServiceId == service.Id).Select(s => s.Id).FirstAsync(ct);
        db.ImprovementActions.AddRange(Closed(service.Id, complaint, today), Declined(service.Id, today), Deferred(service.Id, today),
            Assessed(service.Id, idea, today), Raised(service.Id, standard, today));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }

    private static ImprovementAction Closed(Guid service, Guid complaint, DateOnly today)
    {
        ImprovementAction entry = Raise(service, new(SourceKind.Complaint, complaint), today.AddDays(-200), 120,
            new("A number to hold at the counter", "Un numéro d’attente au guichet"));
        Assess(entry, today.AddDays(-190), ActionSize.Small, 4_000, ActionSize.Small,
            new("Those who wait know when it is their turn, and may sit down.",
                "Les personnes qui attendent savent quand vient leur tour et peuvent s’asseoir."));
        entry.Approve("A. Bouchard", null, today.AddDays(-100),
            new("Cheap, and asked for again and again.", "Peu coûteux, et demandé sans cesse."), Director, Moment.On(today.AddDays(-185)));
        entry.Deliver(today.AddDays(-110), null, Officer, Moment.On(today.AddDays(-110)));
        entry.Close(new("In all six offices. No complaint about the order of the queue since.",
            "Dans les six bureaux. Plus aucune plainte depuis sur l’ordre de la file."), Director, Moment.On(today.AddDays(-40)));
        return entry;
    }

    private static ImprovementAction Declined(Guid service, DateOnly today)
    {
        ImprovementAction entry = Raise(service,
            new(SourceKind.Audit, null, "Internal audit of intake, finding 3"), today.AddDays(-150), 200,
            new("A second photograph taken at the counter", "Une seconde photo prise au guichet"));
        Assess(entry, today.AddDays(-120), ActionSize.Large, 310_000, ActionSize.Medium,
            new("Fewer files come back for a photograph that is not accepted.",
                "Moins de dossiers reviennent pour une photo refusée."));
        entry.Decline(new("One file in four hundred comes back for it: the wait at the counter would cost more than it saves.",
            "Un dossier sur quatre cents revient pour cela\u00A0: l’attente au guichet coûterait plus qu’elle n’épargne."), Director,
            Moment.On(today.AddDays(-100)));
        return entry;
    }

    private static ImprovementAction Deferred(Guid service, DateOnly today)
    {
        ImprovementAction entry = Raise(service,
            new(SourceKind.Interview, null, "Association of travel agencies, spring"), today.AddDays(-90), 300,
            new("One request for a whole family", "Une seule demande pour toute la famille"));
        Assess(entry, today.AddDays(-70), ActionSize.Large, 180_000, ActionSize.Large,
            new("Families fill in the same address once.", "Les familles n’écrivent la même adresse qu’une fois."));
        entry.Defer(today.AddDays(120),
            new("The new register of persons comes first.", "Le nouveau registre des personnes d’abord."), Director,
            Moment.On(today.AddDays(-60)));
        return entry;
    }

    private static ImprovementAction Assessed(Guid service, Guid idea, DateOnly today)
    {
        ImprovementAction entry = Raise(service, new(SourceKind.StaffIdea, idea), today.AddDays(-25), 120,
            new("Say at the door which papers are needed", "Dire à l’entrée quels papiers il faut"));
        Assess(entry, today.AddDays(-12), ActionSize.Small, 1_500, ActionSize.Small,
            new("One visitor in nine leaves without having been served, for want of a paper.",
                "Un visiteur sur neuf repart sans être servi, faute d’un papier."));
        return entry;
    }

    private static ImprovementAction Raised(Guid service, Guid standard, DateOnly today) =>
        Raise(service, new(SourceKind.Standard, standard, "Calls on Monday mornings"), today.AddDays(-5), 90,
            new("More people on the telephone on Mondays", "Plus de monde au téléphone le lundi"));

    private static ImprovementAction Raise(Guid service, EntrySource source, DateOnly on, int wantedIn, LocalText title) =>
        ImprovementAction.Raise(service, source, title, LocalText.Empty, on.AddDays(wantedIn), Officer, Moment.On(on, hour: 10));

    private static void Assess(ImprovementAction entry, DateOnly on, ActionSize effort, long cost, ActionSize risk, LocalText benefit) =>
        entry.Assess(new(effort, cost, risk, benefit), null, null, [], Officer, Moment.On(on, hour: 10));
}
