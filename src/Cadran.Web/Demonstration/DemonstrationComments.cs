using Cadran.Statistics.Simulation;

namespace Cadran.Web.Demonstration;

/// <summary>Invented comments in the two languages; each is written in its language.</summary>
internal static class DemonstrationComments
{
    private static readonly string[] ImproveEn =
    [
        "I waited six weeks and nobody could say where my file was.", "Let me follow my application online.",
        "The line was busy every time I called.",
        "Two offices told me two different things.", "The form asks twice for the same papers.",
        "Open the counter later one evening a week.",
    ];

    private static readonly string[] ImproveFr =
    [
        "J’ai attendu six semaines sans que personne puisse me dire où en était mon dossier.",
        "Permettez-nous de suivre la demande en ligne.", "La ligne était occupée à chaque appel.",
        "Deux bureaux m’ont donné deux réponses différentes.", "Le formulaire demande deux fois les mêmes papiers.",
        "Ouvrez le comptoir plus tard un soir par semaine.",
    ];

    private static readonly string[] GoodEn =
        ["The person at the counter was patient and knew the rules.", "Clear letters.", "It was quicker than last time.",
            "Everything could be done from home."];

    private static readonly string[] GoodFr =
        ["La personne au comptoir était patiente et connaissait les règles.", "Des lettres claires.",
            "C’était plus rapide que la dernière fois.", "Tout a pu se faire de la maison."];

    public static string Improve(string language, PortableRandom random) => Pick(language == "fr" ? ImproveFr : ImproveEn, random);

    public static string Good(string language, PortableRandom random) => Pick(language == "fr" ? GoodFr : GoodEn, random);

    private static string Pick(string[] texts, PortableRandom random) => texts[random.NextInt(texts.Length)];
}
