namespace Cadran.Statistics.Simulation;

/// <summary>All offices of a service and the ones in the sample.</summary>
internal sealed class OfficeNetwork
{
    private readonly SurveyModel model;
    private readonly PortableRandom random;
    private readonly List<List<Office>> sampled = [], resting = [];
    private readonly List<Office> all = [];

    public OfficeNetwork(SurveyModel model, PortableRandom random)
    {
        this.model = model;
        this.random = random;
        if (model.Strata.Count == 0) throw new ArgumentException("A survey needs at least one stratum.", nameof(model));
        for (var h = 0; h < model.Strata.Count; h++)
        {
            var stratum = model.Strata[h];
            if (stratum.Sampled < 1 || stratum.Sampled > stratum.Offices)
                throw new ArgumentException(
                    $"{stratum.Name}: {stratum.Sampled} of {stratum.Offices} offices cannot be sampled.", nameof(model));
            var offices = new List<Office>();
            for (var i = 1; i <= stratum.Offices; i++)
            {
                var clients = (int)Math.Max(1, stratum.ClientsPerOffice * (0.5 + random.NextDouble()));
                offices.Add(new((byte)h, i, random.NextNormal(), clients));
            }
            sampled.Add(offices[..stratum.Sampled]);
            resting.Add(offices[stratum.Sampled..]);
        }
        Collect();
    }

    /// <summary>Every office, in the sample or not.</summary>
    public IEnumerable<Office> Everywhere => sampled.Concat(resting).SelectMany(offices => offices);

    public Office Draw(PortableRandom draws) => all[draws.NextInt(all.Count)];

    /// <summary>Swaps each sampled office, with the given probability, for one that was resting.</summary>
    public void Renew(double probability)
    {
        for (var h = 0; h < sampled.Count; h++)
        {
            var leaving = new List<Office>();
            for (var i = 0; i < sampled[h].Count; i++)
            {
                if (resting[h].Count == 0 || random.NextDouble() >= probability) continue;
                leaving.Add(sampled[h][i]);
                var j = random.NextInt(resting[h].Count);
                sampled[h][i] = resting[h][j];
                resting[h].RemoveAt(j);
            }
            resting[h].AddRange(leaving);
        }
        Collect();
    }

    /// <summary>Clients represented by one of <paramref name="answers"/> answers of an office.</summary>
    public double Weight(Office office, int answers)
    {
        var stratum = model.Strata[office.Stratum];
        return (double)stratum.Offices / stratum.Sampled * office.Clients / answers;
    }

    private void Collect()
    {
        all.Clear();
        foreach (var stratum in sampled) all.AddRange(stratum);
    }
}
