using Cadran.Catalogue;
using Cadran.Standards;

namespace Cadran.Web.Demonstration;

/// <summary>The three fictional services with their volumes and service standards.</summary>
internal static class DemonstrationServices
{
    public const string Passports = "DEMO-1", Permits = "DEMO-2", Records = "DEMO-3";

    public static IEnumerable<Service> Create(Guid organisationId, DateOnly today)
    {
        string year = today.Month >= 4 ? $"{today.Year - 1}-{today.Year}" : $"{today.Year - 2}-{today.Year - 1}";
        yield return New(Passports, new("Passport issuance", "Délivrance de passeports"), new("First passports and renewals, for adults and children.", "Premiers passeports et renouvellements, pour adultes et enfants."),
            [("online", 1_410_000), ("person", 640_000), ("mail", 350_000), ("phone-enquiries", 812_000), ("fax", null), ("total", 2_400_000)],
            [("P-1", new("Issue a passport asked for at a counter within 10 business days", "Délivrer en 10 jours ouvrables un passeport demandé au comptoir"), "TML", "PERSON", "0.9", 571_300, 640_000),
             ("P-2", new("Issue a passport asked for by post within 20 business days", "Délivrer en 20 jours ouvrables un passeport demandé par la poste"), "TML", "POST", "0.9", 304_500, 350_000),
             ("P-3", new("Answer calls within 3 minutes", "Répondre aux appels en moins de 3 minutes"), "ACS", "TEL", "0.8", 634_700, 812_000)]);
        yield return New(Permits, new("Small business permits", "Permis pour petites entreprises"), new("Permits to open, change or move a small business.", "Permis d’ouvrir, de transformer ou de déplacer une petite entreprise."),
            [("online", 48_200), ("person", 21_900), ("mail", 3_100), ("phone-enquiries", 66_400), ("total", 73_200)],
            [("B-1", new("Decide on a complete application within 30 days", "Rendre une décision sur une demande complète en 30 jours"), "TML", "ONL", "0.8", 41_700, 48_200),
             ("B-2", new("Make no error in the permit issued", "Ne faire aucune erreur dans le permis délivré"), "ACY", "ONL", "0.99", 71_900, 73_200)]);
        yield return New(Records, new("Copies of civil records", "Copies d’actes d’état civil"), new("Certified copies of birth, marriage and death records.", "Copies certifiées d’actes de naissance, de mariage et de décès."),
            [("online", 190_400), ("mail", 30_900), ("person", null), ("total", 221_300)],
            [("R-1", new("Send a copy within 5 business days", "Envoyer une copie en 5 jours ouvrables"), "TML", "ONL", "0.95", 187_200, 190_400)]);

        Service New(string code, LocalText name, LocalText description, (string Channel, long? Count)[] volumes, (string Code, LocalText Text, string Type, string Channel, string Target, long Meeting, long Total)[] standards)
        {
            Service service = Service.Create(organisationId, code, name, description);
            service.Report(year, name, description, service.Profile);
            foreach (var (channel, count) in volumes)
                service.Volumes.Add(new ServiceVolume { FiscalYear = year, Channel = channel, Count = count, State = count is null ? Reported.NotApplicable : Reported.Value });
            foreach (var standard in standards)
            {
                var committed = new ServiceStandard { Code = standard.Code, Text = standard.Text, Type = standard.Type, Channel = standard.Channel };
                committed.Results.Add(new StandardResult { FiscalYear = year, Target = standard.Target, MeetingTarget = standard.Meeting, Total = standard.Total });
                service.Standards.Add(committed);
            }
            return service;
        }
    }
}
