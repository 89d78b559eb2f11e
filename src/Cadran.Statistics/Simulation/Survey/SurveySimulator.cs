namespace Cadran.Statistics.Simulation;

/// <summary>Draws survey waves from a <see cref="SurveyModel"/>: same model, waves and seed give the same answers everywhere.</summary>
/// <remarks>Formulas and envelopes: docs/methods/simulator.md. Oracle: R simulation of 400,000 clients per scenario.</remarks>
public sealed class SurveySimulator
{
    private const int FieldDays = 28;
    private const long InvitationsPerAnswer = 10_000;

    private readonly SurveyModel model;
    private readonly LatentModel latent;
    private readonly PortableRandom random;
    private readonly OfficeNetwork offices;
    private readonly ComplaintSimulator? complaints;
    private readonly double[] channelShares, languageShares, ageShares;
    private int people;

    private SurveySimulator(SurveyModel model, ulong seed)
    {
        this.model = model;
        latent = new LatentModel(model);
        random = new PortableRandom(seed);
        offices = new OfficeNetwork(model, random.Fork(1));
        complaints = model.Complaints is { } about ? new(model, about, latent, seed) : null;
        channelShares = Shares(model.Channels.Select(c => c.Share), nameof(SurveyModel.Channels));
        languageShares = Shares(model.Languages.Select(c => c.Share), nameof(SurveyModel.Languages));
        ageShares = Shares(model.Ages.Select(c => c.Share), nameof(SurveyModel.Ages));
    }

    /// <summary>Draws the waves, one after the other.</summary>
    /// <param name="model">Shares that do not sum to 1 within 1e-6, or are negative, throw.</param>
    /// <param name="seed">Any value.</param>
    /// <param name="waves">At least one; each asks for zero or more answers.</param>
    /// <exception cref="ArgumentException">A setting outside its range, no wave, or a model in which fewer than
    /// one in 10,000 answers.</exception>
    public static SimulatedSurvey Simulate(SurveyModel model, ulong seed, params IReadOnlyList<WaveModel> waves)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(waves);
        ArgumentOutOfRangeException.ThrowIfZero(waves.Count);
        ModelRanges.Check(model, waves);
        var simulator = new SurveySimulator(model, seed);
        var done = new List<SimulatedWave>();
        List<Client> previous = [];
        for (var t = 0; t < waves.Count; t++)
        {
            var (wave, answered) = simulator.Run(t, waves[t], previous);
            done.Add(wave);
            previous = answered;
        }
        return new(model, done);
    }

    private static void CheckShare(double share, string name)
    {
        if (!(share is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(name, share, "A share of the wave before lies between 0 and 1: 0.3 for 30 %.");
    }

    private (SimulatedWave, List<Client>) Run(int t, WaveModel wave, List<Client> previous)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(wave.Answers);
        CheckShare(wave.PersonOverlap, nameof(wave.PersonOverlap));
        CheckShare(wave.OfficeOverlap, nameof(wave.OfficeOverlap));
        if (t > 0) offices.Renew(1 - wave.OfficeOverlap);
        latent.Enter(t, wave);
        var columns = new SimulatedWaveRows(model.Drivers.Count);
        var answered = new List<Client>(wave.Answers);
        Client[] shuffled = [.. previous];
        random.Shuffle<Client>(shuffled);
        var panel = new Stack<Client>(shuffled);
        for (var invited = 0L; answered.Count < wave.Answers; invited++)
        {
            if (invited > InvitationsPerAnswer * (answered.Count + 10))
                throw new ArgumentException(
                    $"Hardly anybody answers: {answered.Count} of {invited} invited. Response rates or shifts are too low.");
            var returning = panel.Count > 0 && random.NextDouble() < wave.PersonOverlap;
            var client = returning ? panel.Pop() : NewClient();
            if (returning) latent.Age(client, random);
            var experience = latent.Experience(client);
            var answers = random.NextDouble() < ResponseProbability(client, latent.LastDriver(experience));
            columns.Invite(client, answers);
            if (!answers) continue;
            var day = (byte)(FieldDays * Square(random.NextDouble()));
            columns.Answer(client, day, latent.Answer(client, experience, random));
            answered.Add(client);
        }
        return (columns.ToWave(t, offices) with { Complaints = complaints?.Draw(t, offices.Everywhere) }, answered);
    }

    private Client NewClient()
    {
        var office = offices.Draw(random);
        var language = random.NextIndex(languageShares);
        var client = new Client
        {
            Person = ++people,
            Office = office,
            Language = (byte)language,
            Age = (byte)random.NextIndex(ageShares),
            Channel = (byte)random.NextIndex(channelShares),
            Latents = new double[model.Drivers.Count + 2],
            Intercept = model.Acquiescence * random.NextNormal() + model.Languages[language].StyleShift,
            Spread = PortableMath.Exp(model.ExtremeResponse * random.NextNormal()) * model.Languages[language].StyleSpread,
        };
        for (var i = 0; i < client.Latents.Length; i++) client.Latents[i] = random.NextNormal();
        return client;
    }

    private double ResponseProbability(Client client, double outcome)
    {
        var channel = model.Channels[client.Channel];
        if (channel.ResponseRate >= 1) return 1;
        var logit = PortableMath.Log(channel.ResponseRate / (1 - channel.ResponseRate));
        return PortableMath.Logistic(logit + model.Languages[client.Language].ResponseShift
            + model.Ages[client.Age].ResponseShift + channel.OutcomeShift * outcome);
    }

    private static double Square(double x) => x * x;

    internal static double[] Shares(IEnumerable<double> values, string what)
    {
        double[] shares = [.. values];
        if (shares.Length == 0 || shares.Any(s => !(s >= 0)) || Math.Abs(shares.Sum() - 1) > 1e-6)
            throw new ArgumentException($"{what}: shares must be non-negative and sum to 1, got {string.Join(", ", shares)}.");
        return shares;
    }
}
