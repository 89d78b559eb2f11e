namespace Cadran.Statistics.Simulation;

/// <summary>The clientele of one service and the way it answers.</summary>
/// <remarks>A one-factor model: driver latents load on a general satisfaction, overall satisfaction is their standardised weighted
/// sum plus its own noise, and every item is cut at the normal quantiles of its shares. See docs/methods/simulator.md.</remarks>
public sealed record SurveyModel
{
    /// <summary>At least one with a positive weight, in the order of the questionnaire.</summary>
    public required IReadOnlyList<DriverModel> Drivers { get; init; }

    /// <summary>Shares of the overall answers 1 to 5.</summary>
    public required IReadOnlyList<double> OverallShares { get; init; }

    /// <summary>Share of latent standard deviation of overall satisfaction that no driver explains.</summary>
    public double OverallNoise { get; init; } = 0.45;

    /// <summary>
    /// Standard deviation of the office effect within the unit variance of the general factor; 0.25 gives an ICC near 0.05.
    /// </summary>
    public double OfficeSpread { get; init; } = 0.25;

    /// <summary>Latent correlation of the same person's experience between consecutive waves.</summary>
    public double PersonCorrelation { get; init; } = 0.5;

    /// <summary>Standard deviation of the respondent's intercept over all items; 0.2 to 0.3 is realistic.</summary>
    public double Acquiescence { get; init; }

    /// <summary>Standard deviation of the logarithm of the respondent's spread; 0.2 is realistic.</summary>
    public double ExtremeResponse { get; init; }

    /// <summary>Share of respondents who repeat their overall answer on every driver; 0.02 to 0.06 is realistic.</summary>
    public double StraightLining { get; init; }

    /// <summary>Probability to stop before each driver; the remaining items are missing.</summary>
    public double BreakOff { get; init; }

    /// <summary>Factor, above 0, on the probability to stop from each driver to the next: above 1 the questionnaire tires.</summary>
    public double BreakOffGrowth { get; init; } = 1;

    /// <summary>Complaints and their handling; null for none.</summary>
    public ComplaintModel? Complaints { get; init; }

    /// <summary>Shares sum to 1; four channels by default.</summary>
    public IReadOnlyList<ChannelModel> Channels { get; init; } =
    [
        new("TEL", 0.40, 0.25), new("PERSON", 0.25, 0.35), new("ONL", 0.28, 0.15), new("POST", 0.07, 0.30),
    ];

    /// <summary>Shares sum to 1; seven in ten English, three French by default.</summary>
    public IReadOnlyList<ClientGroup> Languages { get; init; } = [new("en", 0.7), new("fr", 0.3)];

    /// <summary>Shares sum to 1; four bands by default, the older answering more readily.</summary>
    public IReadOnlyList<ClientGroup> Ages { get; init; } =
        [new("18-34", 0.15, -0.3), new("35-49", 0.30), new("50-64", 0.30, 0.2), new("65+", 0.25, 0.4)];

    /// <summary>At least one; five regions with 50 of 240 offices sampled by default.</summary>
    public IReadOnlyList<StratumModel> Strata { get; init; } =
    [
        new("R1", 60, 12, 900), new("R2", 45, 10, 700), new("R3", 30, 8, 500), new("R4", 80, 14, 1200), new("R5", 25, 6, 400),
    ];

    /// <summary>Lasting changes of drivers; none by default.</summary>
    public IReadOnlyList<DriverChange> Changes { get; init; } = [];

    /// <summary>A well-rated service: overall shares of a 2006 national client survey (55 % at the top), score near 83.</summary>
    public static SurveyModel ScenarioA() => new()
    {
        Drivers =
        [
            new("timeliness", [.06, .08, .11, .30, .45], .35), new("knowledge", [.04, .06, .12, .33, .45], .12),
            new("courtesy", [.03, .04, .10, .33, .50], .15), new("fairness", [.03, .03, .09, .30, .55], .18),
            new("outcome", [.07, .06, .11, .26, .50], .20),
        ],
        OverallShares = [.03, .03, .09, .30, .55],
    };

    /// <summary>A service with room to improve, score near 62: the level and shape of the Citizens First studies.</summary>
    public static SurveyModel ScenarioB() => new()
    {
        Drivers =
        [
            new("timeliness", [.15, .17, .20, .28, .20], .35), new("knowledge", [.08, .11, .18, .36, .27], .12),
            new("courtesy", [.07, .09, .17, .36, .31], .15), new("fairness", [.08, .09, .18, .35, .30], .18),
            new("outcome", [.16, .11, .16, .27, .30], .20),
        ],
        OverallShares = [.10, .13, .20, .33, .24],
    };

    /// <summary>
    /// The same clientele met in the field: items that do not apply, break-off, response styles, a telephone that flatters,
    /// and non-response that depends on the outcome. The published envelopes no longer hold exactly.
    /// </summary>
    public SurveyModel WithFieldConditions()
    {
        double[] notApplicable = [.02, .05, .11, .06, .03];
        return this with
        {
            Drivers = [.. Drivers.Select((d, j) => d with { NotApplicable = notApplicable[j % notApplicable.Length] })],
            Channels = [.. Channels.Select(c => c.Name switch
            {
                "TEL" => c with { TopShift = 0.15 },
                "ONL" => c with { OutcomeShift = -0.15 },
                "POST" => c with { OutcomeShift = 0.2 },
                _ => c,
            })],
            Acquiescence = 0.25,
            ExtremeResponse = 0.2,
            StraightLining = 0.04,
            BreakOff = 0.004,
        };
    }
}
