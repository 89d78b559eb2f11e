using Cadran.Improvement;
using Cadran.People;
using Cadran.Storage;

namespace Cadran.Web.Demonstration;

/// <summary>
/// What the fictional services say of themselves in the nine steps. Passports has looked at itself twice and has thanked its people;
/// permits wrote its self-assessment more than a year ago; nobody of records has written anything.
/// </summary>
internal static class DemonstrationSteps
{
    private static readonly Actor Manager = new(null, "M. Okafor"), Director = new(null, "R. Gagnon");

    public static void Tell(CadranDb db, Guid passports, Guid permits, DateOnly today)
    {
        Say(passports, StepStatementKind.SelfAssessment, 0, Manager, today.AddMonths(-26),
            (StepPart.Clients, new("Adults and children who travel; a third renew.",
                "Des adultes et des enfants qui voyagent\u202F; un tiers renouvelle.")),
            (StepPart.Strengths, new("Counters are liked.", "Les comptoirs sont appréciés.")),
            (StepPart.Weaknesses, new("Nobody can say when a passport will be ready.",
                "Personne ne peut dire quand un passeport sera prêt.")));
        Say(passports, StepStatementKind.SelfAssessment, 1, Manager, today.AddMonths(-3),
            (StepPart.Clients, new(
                "2.4 million applications a year. Six in ten come online; families with small children come to counters.",
                "2,4 millions de demandes par an. Six sur dix arrivent en ligne\u202F; les familles avec de jeunes enfants "
                + "viennent au comptoir.")),
            (StepPart.Products, new("A passport, and the certainty of having it before the journey.",
                "Un passeport, et la certitude de l’avoir avant le voyage.")),
            (StepPart.Partners, new("Post offices, the printing plant, consulates.",
                "Les bureaux de poste, l’imprimerie, les consulats.")),
            (StepPart.Strengths, new("Counters are courteous, and applicants can follow their file.",
                "L’accueil est courtois, et l’on peut suivre son dossier.")),
            (StepPart.Weaknesses, new("The spring peak doubles the wait; callers hear a machine.",
                "La pointe du printemps double l’attente\u202F; au téléphone, on tombe sur une machine.")));
        Say(passports, StepStatementKind.FeedbackStrategy, 0, Manager, today.AddMonths(-3),
            (StepPart.ClientSurvey, new("Every spring and autumn, by link and by post; the programme analyst.",
                "Chaque printemps et chaque automne, par lien et par la poste\u202F; l’analyste du programme.")),
            (StepPart.StaffSurvey, new("Once a year, counters and the telephone centre; human resources.",
                "Une fois l’an, aux comptoirs et au centre d’appels\u202F; les ressources humaines.")),
            (StepPart.Complaints, new("Read together every month by the management team.",
                "Lues ensemble chaque mois par l’équipe de direction.")));
        Say(passports, StepStatementKind.Vision, 0, Manager, today.AddMonths(-20),
            (StepPart.Mission, new("Everybody who may travel has a passport they can rely on.",
                "Quiconque peut voyager a un passeport fiable.")),
            (StepPart.Vision, new("I know on the first day when I will have it, and it is there on that day.",
                "Dès le premier jour, je sais quand je l’aurai, et ce jour-là il est là.")));
        Say(passports, StepStatementKind.Recognition, 0, Manager, today.AddDays(-20),
            (StepPart.Whom, new("The team of the online file", "L’équipe du dossier en ligne")),
            (StepPart.Why, new("Clients now know where their file is: the verified gain on timeliness is theirs.",
                "Les clients savent maintenant où en est leur dossier\u00A0: on lui doit le gain vérifié sur les délais.")),
            (StepPart.How, new("In the ministry’s letter, and with a day in the printing plant that they had asked for.",
                "Dans la lettre du ministère, et par une journée à l’imprimerie qu’elle avait demandée.")));
        Say(permits, StepStatementKind.SelfAssessment, 0, Director, today.AddMonths(-16),
            (StepPart.Clients, new("Owners of small businesses, most of them once in their life.",
                "Des propriétaires de petites entreprises, pour la plupart une seule fois dans leur vie.")),
            (StepPart.Strengths, new("Permits hold: hardly one is taken back.",
                "Les permis tiennent\u00A0: presque aucun n’est repris.")),
            (StepPart.Weaknesses, new("Simple files wait behind hard ones.", "Les dossiers simples attendent derrière les difficiles.")));
        Say(permits, StepStatementKind.Vision, 0, Director, today.AddMonths(-16),
            (StepPart.Vision, new("I open my shop on the day I planned.", "J’ouvre mon commerce le jour que j’avais prévu.")));

        void Say(Guid service, StepStatementKind kind, int latest, Actor by, DateOnly on, params (StepPart Part, LocalText Text)[] parts) =>
            db.StepStatements.Add(StepStatement.Write(service, kind, latest, latest,
                parts.Select(p => new WrittenPart(p.Part, p.Text)), by, Moment.On(on)));
    }
}
