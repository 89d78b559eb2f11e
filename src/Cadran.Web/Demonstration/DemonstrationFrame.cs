using System.Globalization;
using System.Text;
using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Csv;
using Cadran.People;
using Cadran.Statistics.Simulation;
using Cadran.Storage;
using Cadran.Web.Respondent;

namespace Cadran.Web.Demonstration;

/// <summary>Two thousand clients in four strata, and a sample of them drawn for the next wave and to be invited by e-mail.</summary>
internal sealed class DemonstrationFrame(CadranDb db, ImportFrame frames, DrawSample samples, InvitationTexts texts, TimeProvider time)
{
    private const int Clients = 2000;

    private static readonly (string Name, int Share, string Language)[] Strata =
        [("North", 45, "en"), ("South", 30, "en"), ("Coast", 20, "fr"), ("Islands", 5, "fr")];

    /// <param name="versionId">What the next wave asks.</param>
    public async Task CreateAsync(Service service, Guid versionId, DateOnly today, CancellationToken ct)
    {
        Wave next = Wave.Plan(service.Id, versionId, "next", today.AddDays(60), today.AddDays(88), Actor.System, time.Now,
            probabilitySample: true);
        db.Waves.Add(next);
        Frame frame = frames.Add(service.OrganisationId, service.Id, "clients", "Clients / Clientèle", today.AddMonths(12), Actor.System);
        FrameImport list = FrameImport.Send(frame.Id, "clients.csv", Actor.System, time.Now);
        using CsvReader csv = FrameUploads.Read(new MemoryStream(Encoding.UTF8.GetBytes(List())));
        list.Expect(FrameMap.Guess(csv.Header, []));
        db.FrameImports.Add(list);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
        await frames.CommitAsync(frame, list, csv, DuplicateChoice.Merge, null, ct);
        Sample sample = await samples.RunAsync(frame, next,
            new() { Method = SampleMethod.Proportional, Points = 5, ResponseRate = 0.35, Minimum = 60 }, 20260101, Actor.System, ct);
        // Under way: what is due waits until there is a mail server.
        var plan = InvitationPlan.Make(sample, next, new() { SendsOn = next.OpensOn }, texts.Usual(["en", "fr"], LinkKind.Personal),
            Actor.System, time.Now);
        plan.Schedule(next, Actor.System, time.Now);
        db.InvitationPlans.Add(plan);
        await db.Because("demonstration.fill").SaveChangesAsync(ct);
    }

    // Names of nobody, at addresses that cannot exist.
    private static string List()
    {
        string[] first = ["Alex", "Camille", "Dominique", "Jo", "Kim", "Lou", "Maxime", "Noor", "Robin", "Sacha"],
            last = ["Ardent", "Boreal", "Cormier", "Dupuis", "Eastman", "Fjord", "Gauthier", "Hale", "Irving", "Jansen", "Keller"];
        var random = new PortableRandom(20260101);
        var list = new StringBuilder("code,name,stratum,cluster,language,email,phone,address\n");
        for (int i = 1; i <= Clients; i++)
        {
            int at = random.NextInt(100);
            int stratum = 0;
            while (at >= Strata[stratum].Share) at -= Strata[stratum++].Share;
            (string name, _, string language) = Strata[stratum];
            string who = $"{first[random.NextInt(first.Length)]} {last[random.NextInt(last.Length)]}";
            string email = random.NextInt(100) < 80 ? $"client{i}@clients.example" : "";
            list.Append(CultureInfo.InvariantCulture,
                $"C{i:0000},{who},{name},Office {stratum + 1}{random.NextInt(6)},{language},{email},,\"{i} Example Street, {name}\"\n");
        }
        return list.ToString();
    }
}
