using Cadran.Improvement;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Web.Demonstration;

/// <summary>Permits has a published plan for this year, whose actions are under way; passports writes its own.</summary>
internal sealed class DemonstrationPlans(CadranDb db, PlanContents contents, TimeProvider time)
{
    private static readonly Actor Writer = new(null, "R. Gagnon"), Director = new(null, "M. Okafor");

    public async Task TellAsync(Guid passports, Guid permits, CancellationToken ct)
    {
        DateOnly today = time.Today;
        string year = FiscalYear.Of(today);
        DateOnly decided = await db.Decisions.Where(d => d.ServiceId == permits).MaxAsync(d => d.DecidedOn, ct);
        ServicePlan plan = ServicePlan.Begin(permits, year, null, new(
            new("Simple files stop waiting behind hard ones, and nobody learns after weeks that a paper is missing.",
                "Les dossiers simples n’attendent plus derrière les difficiles, et personne n’apprend après des semaines "
                + "qu’il manque une pièce."),
            new("Four officers move to the fast lane; the intake desk is trained in the first quarter.",
                "Quatre agents passent à la voie rapide\u202F; le guichet d’accueil est formé au premier trimestre."),
            new("The wave after the fast lane opens, against the wave of the decision; the standard month by month.",
                "La vague qui suit l’ouverture de la voie rapide, comparée à celle de la décision\u202F; la norme, mois par mois."),
            185_000, "CAD"), Writer, Moment.On(decided.AddDays(10)));
        plan.Submit(Writer, Moment.On(decided.AddDays(12)));
        plan.Return("Say how the intake desk is trained, and when.", Director, Moment.On(decided.AddDays(13)));
        plan.Submit(Writer, Moment.On(decided.AddDays(14)));
        plan.Approve(await contents.OfAsync(permits, year, ct), Director, Moment.On(decided.AddDays(15)));
        plan.Publish(Director, Moment.On(decided.AddDays(16)));
        ServicePlan draft = ServicePlan.Begin(passports, year, null, new(
            new("Say on the first day when the passport will be ready, and keep that day in the spring peak.",
                "Dire dès le premier jour quand le passeport sera prêt, et tenir cette date pendant la pointe du printemps."),
            LocalText.Empty, LocalText.Empty, null, ""), Director, Moment.On(today.AddDays(-4)));
        db.ServicePlans.AddRange(plan, draft);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }
}
