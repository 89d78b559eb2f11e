using Cadran.Catalogue;
using Cadran.Standards;

namespace Cadran.Web.Demonstration;

/// <summary>The three fictional services with their volumes and service standards.</summary>
internal static class DemonstrationServices
{
    public const string Passports = "DEMO-1", Permits = "DEMO-2", Records = "DEMO-3";

    public static IEnumerable<DemonstrationService> Create(Guid organisationId, DateOnly today)
    {
        string year = today.Month >= 4 ? $"{today.Year - 1}-{today.Year}" : $"{today.Year - 2}-{today.Year - 1}";
        yield return New(Passports, new("Passport issuance", "Délivrance de passeports"),
            new("First passports and renewals, for adults and children.",
                "Premiers passeports et renouvellements, pour adultes et enfants."),
            [
                ("online", 1_410_000), ("person", 640_000), ("mail", 350_000), ("phone-enquiries", 812_000), ("fax", null),
                ("total", 2_400_000),
            ],
            [
                ("P-1", new("Issue a passport asked for at a counter within 10 business days",
                        "Délivrer en 10 jours ouvrables un passeport demandé au comptoir"),
                    "TML", "PERSON", 0.9m, 571_300, 640_000),
                ("P-2", new("Issue a passport asked for by post within 20 business days",
                        "Délivrer en 20 jours ouvrables un passeport demandé par la poste"),
                    "TML", "POST", 0.9m, 304_500, 350_000),
                ("P-3", new("Answer calls within 3 minutes", "Répondre aux appels en moins de 3 minutes"),
                    "ACS", "TEL", 0.8m, 634_700, 812_000),
            ]);
        yield return New(Permits, new("Small business permits", "Permis pour petites entreprises"),
            new("Permits to open, change or move a small business.",
                "Permis d’ouvrir, de transformer ou de déplacer une petite entreprise."),
            [("online", 48_200), ("person", 21_900), ("mail", 3_100), ("phone-enquiries", 66_400), ("total", 73_200)],
            [
                ("B-1", new("Decide on a complete application within 30 days", "Rendre une décision sur une demande complète en 30 jours"),
                    "TML", "ONL", 0.8m, 41_700, 48_200),
                ("B-2", new("Make no error in the permit issued", "Ne faire aucune erreur dans le permis délivré"),
                    "ACY", "ONL", 0.99m, 71_900, 73_200),
            ]);
        yield return New(Records, new("Copies of civil records", "Copies d’actes d’état civil"),
            new("Certified copies of birth, marriage and death records.",
                "Copies certifiées d’actes de naissance, de mariage et de décès."),
            [("online", 190_400), ("mail", 30_900), ("person", null), ("total", 221_300)],
            [
                ("R-1", new("Send a copy within 5 business days", "Envoyer une copie en 5 jours ouvrables"),
                    "TML", "ONL", 0.95m, 187_200, 190_400),
            ]);

        DemonstrationService New(string code, LocalText name, LocalText description, (string Channel, long? Count)[] volumes,
            (string Code, LocalText Text, string Type, string Channel, decimal Target, long Meeting, long Total)[] standards)
        {
            Service service = Service.Create(organisationId, code, name, description);
            service.Report(year, name, description, new ServiceProfile());
            service.Volumes.AddRange(volumes.Select(v => ServiceVolume.Of(service.Id, year,
                new ReportedVolume(v.Channel, v.Count is null ? Reported.NotApplicable : Reported.Value, v.Count))));
            return new DemonstrationService(service, [.. standards.Select(s =>
            {
                ServiceStandard committed = ServiceStandard.Create(service.Id, s.Code, s.Text, s.Type, s.Channel);
                var figures = new StandardFigures(new StandardTarget(s.Target), s.Meeting, s.Total);
                committed.Results.Add(StandardResult.Create(committed.Id, year, figures, today));
                return committed;
            })]);
        }
    }
}
