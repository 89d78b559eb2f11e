namespace Cadran.Statistics.Simulation;

/// <summary>
/// Draws the complaints of a wave by thinning: candidates arrive at the rate of a client whom everything fails, and each is kept
/// with the probability that its own experience has.
/// </summary>
/// <remarks>Thinned Poisson arrivals are Poisson (Lewis and Shedler 1979). The stream of random numbers is the wave's own, so
/// that complaints change no answer.</remarks>
internal sealed class ComplaintSimulator(SurveyModel model, ComplaintModel complaints, LatentModel latent, ulong seed)
{
    private const double MostCandidates = 1e7;

    public SimulatedComplaints Draw(int wave, IEnumerable<Office> offices)
    {
        var random = new PortableRandom(seed ^ 0xC0817A1475UL).Fork((ulong)wave + 1);
        List<byte> stratum = [], failing = [];
        List<int> office = [];
        List<double> day = [], duration = [];
        List<sbyte> cause = [];
        List<bool> decided = [];
        var transactions = new SortedDictionary<int, int>();
        var most = 1.0;
        for (var j = 0; j < model.Drivers.Count; j++) most *= complaints.Growth;
        foreach (var place in offices.OrderBy(o => o.Code))
        {
            transactions.Add(place.Code, place.Clients);
            var candidates = place.Clients * complaints.PerThousand / 1000 * most;
            if (!(candidates < MostCandidates))
                throw new ArgumentException($"{candidates:G3} complaints could reach one office: too many to draw.");
            for (var left = random.NextPoisson(candidates); left > 0; left--)
            {
                var (fails, worst) = latent.Failures(Somebody(place, random));
                var kept = 1 / most;
                for (var k = 0; k < fails; k++) kept *= complaints.Growth;
                if (random.NextDouble() >= kept) continue;
                var arrival = complaints.PeriodDays * random.NextDouble();
                var needed = complaints.MedianDays * PortableMath.Exp(complaints.LogSpread * random.NextNormal());
                var open = complaints.PeriodDays - arrival;
                stratum.Add(place.Stratum);
                office.Add(place.Code);
                day.Add(arrival);
                failing.Add((byte)fails);
                cause.Add((sbyte)worst);
                duration.Add(Math.Min(needed, open));
                decided.Add(needed <= open);
            }
        }
        return new([.. stratum], [.. office], [.. day], [.. failing], [.. cause], [.. duration], [.. decided], transactions);
    }

    private Client Somebody(Office office, PortableRandom random)
    {
        var latents = new double[model.Drivers.Count + 2];
        for (var i = 0; i < latents.Length; i++) latents[i] = random.NextNormal();
        return new() { Person = 0, Office = office, Channel = 0, Language = 0, Age = 0, Latents = latents, Intercept = 0, Spread = 1 };
    }
}
