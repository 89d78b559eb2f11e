using Cadran.Catalogue;
using Cadran.Feedback;
using Cadran.People;
using Cadran.Storage;

namespace Cadran.Web.Demonstration;

/// <summary>What the fictional staff of passports proposed: one idea taken up, one not, one that waits, one that is overdue.</summary>
internal static class DemonstrationIdeas
{
    private static readonly Actor Manager = new(null, "M. Okafor"), Colleague = new(null, "S. Nguyen");

    public static void Tell(CadranDb db, Service passports, DateOnly today)
    {
        IdeaBox box = IdeaBox.Open(passports.OrganisationId, passports.Id, IdeaBox.UsualDays, Manager, Moment.On(today.AddMonths(-7)));
        db.IdeaBoxes.Add(box);
        Idea told = Give("At the counter we print the receipt and then tell people the date by hand. Print the date on the receipt.", "en",
            "L. Tremblay", 190);
        Answer(told, 12, IdeaOutcome.Adopted, new("Done with the spring release: the receipt shows the date. Thank you.",
            "C’est fait depuis la version du printemps\u00A0: le reçu porte la date. Merci."), 190);
        Idea photo = Give("Fermer le comptoir photo le samedi\u00A0: il n’y vient presque personne.", "fr", null, 120);
        Answer(photo, 28, IdeaOutcome.Declined, new("Few come, but two in three of them work on weekdays. We look again in a year.",
            "Peu de gens viennent, mais deux sur trois travaillent en semaine. Nous regarderons de nouveau dans un an."), 120);
        Idea late = Give("Callers ask the same three questions. Put the answers before the music.", "en", null, 45);
        db.IdeaComments.Add(IdeaComment.Write(late, "We counted last week: four calls in ten are about these three.", Colleague,
            Moment.On(today.AddDays(-30))));
        Give("Show in the booking page which counters have a ramp.", "en", "A. Bouchard", 6);

        Idea Give(string text, string language, string? author, int daysAgo)
        {
            Idea idea = Idea.Give(box, text, author, language, IdeaReceipt.New(), Moment.On(today.AddDays(-daysAgo)));
            db.Ideas.Add(idea);
            return idea;
        }

        void Answer(Idea idea, int after, IdeaOutcome outcome, LocalText reason, int daysAgo) =>
            db.IdeaAnswers.Add(IdeaAnswer.Give(idea, 0, 0, outcome, reason, Manager, Moment.On(today.AddDays(after - daysAgo))));
    }
}
