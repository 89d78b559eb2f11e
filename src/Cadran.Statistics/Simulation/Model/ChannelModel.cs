namespace Cadran.Statistics.Simulation;

/// <summary>A way to be invited and to answer.</summary>
/// <param name="Name">What the channel is called.</param>
/// <param name="Share">Share of clients invited through the channel.</param>
/// <param name="ResponseRate">Probability, in (0, 1], that an average client answers.</param>
/// <param name="TopShift">How much lower the bar for the top answer lies, in latent standard deviations. Aural modes
/// have 0.10 to 0.20.</param>
/// <param name="OutcomeShift">Change of the response logit per standard deviation of the client's own outcome:
/// positive where disappointed clients stay silent (post), negative where they speak up (web).</param>
public sealed record ChannelModel(string Name, double Share, double ResponseRate, double TopShift = 0, double OutcomeShift = 0);
