using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;

namespace Cadran.Web.Demonstration;

/// <summary>Complaints about passports over a year: most answered, one opened again, one not admitted, one late.</summary>
internal sealed class DemonstrationComplaints(CadranDb db, ComplaintRules rules, ComplaintSeal seal)
{
    private sealed record Told(int DaysAgo, string Channel, ComplaintAbout About, string Text, string? Cause = "timeliness",
        ComplaintOutcome Outcome = ComplaintOutcome.Founded, int? Rated = null);

    private static readonly Told[] Answered =
    [
        new(330, "post", ComplaintAbout.Delay, "I was told two weeks; it took six.", Rated: 2),
        new(301, "phone", ComplaintAbout.Delay, "Nobody could say where my file was.", "knowledge", Rated: 3),
        new(280, "online", ComplaintAbout.Manner, "The person at the counter laughed at my photograph.", "courtesy", Rated: 4),
        new(262, "online", ComplaintAbout.Delay, "Le passeport est arrivé après mon départ.", Rated: 1),
        new(240, "email", ComplaintAbout.Service, "My second name is spelled wrong.", "outcome", Rated: 5),
        new(214, "online", ComplaintAbout.Delay, "Three calls, three different dates.", Outcome: ComplaintOutcome.PartlyFounded, Rated: 2),
        new(190, "post", ComplaintAbout.Law, "You asked for a document that the law does not ask for.", "fairness", Rated: 4),
        new(171, "online", ComplaintAbout.Delay, "Toujours rien après huit semaines.", Rated: 2),
        new(150, "online", ComplaintAbout.Delay, "The site said ready, the counter said no.", Rated: 3),
        new(133, "phone", ComplaintAbout.Manner, "I waited two hours and was sent away.", "courtesy"),
        new(104, "online", ComplaintAbout.Delay, "It came a week late, and I had to cancel.", Rated: 4),
        new(76, "online", ComplaintAbout.Delay, "On m’avait promis un appel.", Outcome: ComplaintOutcome.PartlyFounded, Rated: 4),
        new(55, "email", ComplaintAbout.Service, "The cover was torn.", "outcome", Outcome: ComplaintOutcome.Unfounded, Rated: 5),
    ];

    private static readonly Told[] Open =
    [
        new(38, "post", ComplaintAbout.Delay, "I wrote in October and heard nothing."),
        new(2, "online", ComplaintAbout.Law, "The fee rose without a word."),
    ];

    public async Task TellAsync(Service service, DateOnly today, CancellationToken ct)
    {
        ComplaintDeadlines deadlines = await rules.DeadlinesAsync(service.OrganisationId, ct);
        int number = 0;
        foreach (Told told in Answered.Concat(Open).OrderByDescending(t => t.DaysAgo))
        {
            DateOnly day = today.AddDays(-told.DaysAgo);
            Complaint complaint = Complaint.Receive($"{day.Year}-{++number:000000}", service.Id, told.Channel, "en", told.About,
                seal.Close(told.Text), null, null, deadlines, day, Actor.System, Moment.On(day));
            if (!Open.Contains(told)) Answer(complaint, told, day, deadlines);
            db.Complaints.Add(complaint);
        }
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }

    private void Answer(Complaint complaint, Told told, DateOnly day, ComplaintDeadlines deadlines)
    {
        Moment admitted = Moment.On(day.AddDays(3)), answered = Moment.On(day.AddDays(9 + told.DaysAgo % 23));
        if (told.About == ComplaintAbout.Law)
        {
            complaint.Refuse(RefusalGround.OtherAuthority, seal.Close("The ministry of justice answers for this document."),
                Actor.System, admitted);
            return;
        }
        complaint.Admit(Actor.System, admitted);
        complaint.Answer(told.Outcome, seal.Close("We have looked into it, and this is what we found."), Actor.System, answered);
        if (told.Cause is { } cause) complaint.NameCause(cause, null, [cause], Actor.System, answered);
        if (told.Rated is not { } rated) return;
        complaint.Rate(rated, answered);
        if (rated > 1) return;
        Moment again = Moment.On(answered.Today.AddDays(4)), last = Moment.On(answered.Today.AddDays(15));
        complaint.Reopen(seal.Close("This is no answer."), deadlines, null, again);
        complaint.Answer(ComplaintOutcome.Founded, seal.Close("You are right, and we pay the second fee back."), Actor.System, last);
    }
}
