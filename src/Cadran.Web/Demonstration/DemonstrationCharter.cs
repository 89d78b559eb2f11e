using Cadran.Commitments;
using Cadran.People;
using Cadran.Standards;

namespace Cadran.Web.Demonstration;

/// <summary>The charter of passports, written in four languages and published four months ago.</summary>
internal static class DemonstrationCharter
{
    private static readonly Actor Manager = new(null, "M. Okafor");

    public static CharterVersion Of(Guid passports, IReadOnlyList<ServiceStandard> standards, DateOnly today)
    {
        CharterVersion charter = CharterVersion.Write(passports, 0, 0, Texts, Manager, Moment.On(today.AddMonths(-5)));
        charter.Publish(1, standards, Organisation.UsualLanguages, Manager, Moment.On(today.AddMonths(-4)));
        return charter;
    }

    private static IEnumerable<CharterText> Texts =>
    [
        new(CharterPart.Rights, new(
            "You are told on the first day when you will have your passport. You are served in the language of your choice. "
            + "Your data are used for your passport and for nothing else.",
            "Dès le premier jour, on vous dit quand vous aurez votre passeport. On vous sert dans la langue de votre choix. "
            + "Vos données servent à votre passeport et à rien d’autre.",
            "U hoort op de eerste dag wanneer u uw paspoort krijgt. Wij helpen u in de taal van uw keuze. "
            + "Uw gegevens dienen voor uw paspoort en voor niets anders.",
            "Sie erfahren am ersten Tag, wann Ihr Pass fertig ist. Wir bedienen Sie in der Sprache Ihrer Wahl. "
            + "Ihre Daten dienen Ihrem Pass und sonst nichts.")),
        new(CharterPart.Duties, new(
            "Bring all the papers on the list. Tell us if your journey is sooner than you thought.",
            "Apportez toutes les pièces de la liste. Dites-nous si vous partez plus tôt que prévu.",
            "Breng alle papieren van de lijst mee. Laat het ons weten als u vroeger vertrekt dan gepland.",
            "Bringen Sie alle Papiere der Liste mit. Sagen Sie uns, wenn Sie früher reisen als gedacht.")),
        new(CharterPart.Recourse, new(
            "Tell us, at a counter or online. You have an answer by a day that we name. If it does not do, write to the ombudsman.",
            "Dites-le-nous, au comptoir ou en ligne. Vous avez une réponse au jour dit. Si elle ne suffit pas, écrivez à l’ombudsman.",
            "Zeg het ons, aan het loket of online. U krijgt een antwoord op de dag die wij noemen. "
            + "Is dat niet goed genoeg, schrijf dan naar de ombudsman.",
            "Sagen Sie es uns, am Schalter oder online. Sie haben eine Antwort an dem Tag, den wir nennen. "
            + "Genügt sie nicht, schreiben Sie der Ombudsperson.")),
        new(CharterPart.Contact, new(
            "Call 800 555 0100, write to passports@example.org, or come to one of our counters.",
            "Appelez le 800 555-0100, écrivez à passeports@example.org, ou venez à l’un de nos comptoirs.",
            "Bel 800 555 0100, schrijf naar paspoorten@example.org, of kom naar een van onze loketten.",
            "Rufen Sie 800 555 0100 an, schreiben Sie an paesse@example.org, oder kommen Sie an einen unserer Schalter.")),
        new(CharterPart.Hours, new(
            "Counters are open from 9 to 5 on working days, and until 7 on Thursdays. The online file never closes.",
            "Les comptoirs sont ouverts de 9 h à 17 h les jours ouvrables, et jusqu’à 19 h le jeudi. Le dossier en ligne ne ferme jamais.",
            "De loketten zijn open van 9 tot 17 uur op werkdagen, en op donderdag tot 19 uur. Het onlinedossier sluit nooit.",
            "Die Schalter sind an Werktagen von 9 bis 17 Uhr offen, am Donnerstag bis 19 Uhr. Die Online-Akte schließt nie.")),
        new(CharterPart.Accessibility, new(
            "All counters have a step-free way in. Ask for sign language or for help with the form: it costs nothing.",
            "Tous les comptoirs ont une entrée sans marche. " +
            "Demandez la langue des signes ou de l’aide pour le formulaire\u00A0: c’est gratuit.",
            "Alle loketten hebben een ingang zonder trap. Vraag om gebarentaal of om hulp met het formulier: dat kost niets.",
            "Alle Schalter haben einen Eingang ohne Stufen. Bitten Sie um Gebärdensprache oder um Hilfe beim Formular: Es kostet nichts.")),
    ];
}
