namespace Cadran.Statistics.Simulation;

/// <summary>From latent satisfaction to answers.</summary>
internal sealed class LatentModel
{
    private const int Answers = 5;

    private readonly SurveyModel model;
    private readonly double[][] cuts;
    private readonly double[] overallCuts, changes;
    private readonly double scale;
    private double drift, instrument;

    public LatentModel(SurveyModel model)
    {
        this.model = model;
        cuts = [.. model.Drivers.Select(d => Cuts(d.Shares, d.Name))];
        overallCuts = Cuts(model.OverallShares, nameof(SurveyModel.OverallShares));
        changes = new double[model.Drivers.Count];
        var common = model.Drivers.Sum(d => d.Weight * d.Loading);
        scale = Math.Sqrt(common * common + model.Drivers.Sum(d => d.Weight * d.Weight * (1 - d.Loading * d.Loading)));
        if (!(scale > 0)) throw new ArgumentException("At least one driver needs a positive weight.", nameof(model));
        if (!(model.BreakOffGrowth > 0))
            throw new ArgumentException($"A factor on break-off is above zero, got {model.BreakOffGrowth}.", nameof(model));
        foreach (var language in model.Languages)
            if (!(language.StyleSpread > 0))
                throw new ArgumentException($"{language.Name}: a spread is above zero, got {language.StyleSpread}.", nameof(model));
        foreach (var change in model.Changes)
            if (model.Drivers.All(d => d.Name != change.Driver))
                throw new ArgumentException($"No driver is named '{change.Driver}'.", nameof(model));
    }

    /// <summary>Sets the conditions of a wave.</summary>
    public void Enter(int wave, WaveModel conditions)
    {
        (drift, instrument) = (conditions.Drift, conditions.InstrumentShift);
        for (var j = 0; j < changes.Length; j++)
            changes[j] = model.Changes.Where(c => c.Driver == model.Drivers[j].Name && c.FromWave <= wave).Sum(c => c.Shift);
    }

    /// <summary>Moves a returning client one wave on; every latent keeps unit variance.</summary>
    public void Age(Client client, PortableRandom random)
    {
        var keep = model.PersonCorrelation;
        var renew = Math.Sqrt(1 - keep * keep);
        for (var i = 0; i < client.Latents.Length; i++) client.Latents[i] = keep * client.Latents[i] + renew * random.NextNormal();
    }

    /// <summary>Driver latents followed by overall satisfaction.</summary>
    public double[] Experience(Client client)
    {
        var p = model.Drivers.Count;
        var experience = new double[p + 1];
        var spread = model.OfficeSpread;
        var general = Math.Sqrt(1 - spread * spread) * client.Latents[0] + spread * client.Office.Effect + drift;
        double sum = 0;
        for (var j = 0; j < p; j++)
        {
            var driver = model.Drivers[j];
            experience[j] = driver.Loading * general + Math.Sqrt(1 - driver.Loading * driver.Loading) * client.Latents[j + 1] + changes[j];
            sum += driver.Weight * experience[j];
        }
        var noise = model.OverallNoise;
        experience[p] = Math.Sqrt(1 - noise * noise) * sum / scale + noise * client.Latents[p + 1];
        return experience;
    }

    /// <summary>
    /// Drivers experienced at 3 or less, whatever would be answered, and the one that lies lowest below that mark (−1 for none).
    /// </summary>
    public (int Count, int Worst) Failures(Client client)
    {
        var experience = Experience(client);
        var (count, worst, lowest) = (0, -1, 0.0);
        for (var j = 0; j < model.Drivers.Count; j++)
        {
            // The third cut parts 3 from 4.
            var margin = experience[j] - cuts[j][2];
            if (!(margin < 0)) continue;
            count++;
            if (margin < lowest) (worst, lowest) = (j, margin);
        }
        return (count, worst);
    }

    public double LastDriver(double[] experience) => experience[model.Drivers.Count - 1];

    /// <summary>Overall answer followed by the drivers.</summary>
    public sbyte[] Answer(Client client, double[] experience, PortableRandom random)
    {
        var p = model.Drivers.Count;
        var top = model.Channels[client.Channel].TopShift;
        var answers = new sbyte[p + 1];
        var intercept = client.Intercept + instrument;
        answers[0] = Cut(client.Spread * experience[p] + intercept, overallCuts, top);
        var straight = random.NextDouble() < model.StraightLining;
        var stopped = false;
        var stops = model.BreakOff;
        for (var j = 0; j < p; j++, stops *= model.BreakOffGrowth)
        {
            stopped |= random.NextDouble() < stops;
            var applies = random.NextDouble() >= model.Drivers[j].NotApplicable;
            answers[j + 1] = stopped ? (sbyte)NoValue.Missing
                : !applies ? (sbyte)NoValue.NotApplicable
                : straight ? answers[0]
                : Cut(client.Spread * experience[j] + intercept, cuts[j], top);
        }
        return answers;
    }

    private static sbyte Cut(double value, double[] cuts, double top)
    {
        sbyte code = 1;
        for (var c = 0; c < cuts.Length; c++)
            if (value >= cuts[c] - (c == cuts.Length - 1 ? top : 0)) code = (sbyte)(c + 2);
        return code;
    }

    private static double[] Cuts(IReadOnlyList<double> shares, string what)
    {
        var checkedShares = SurveySimulator.Shares(shares, what);
        if (checkedShares.Length != Answers) throw new ArgumentException($"{what}: {checkedShares.Length} shares for {Answers} answers.");
        var cuts = new double[checkedShares.Length - 1];
        double cumulated = 0;
        for (var i = 0; i < cuts.Length; i++) cuts[i] = PortableMath.NormalQuantile(Math.Min(1, cumulated += checkedShares[i]));
        return cuts;
    }
}
