namespace Cadran.Statistics.Simulation;

/// <summary>A category of clients (a language, an age band).</summary>
/// <param name="Name">What the category is called.</param>
/// <param name="Share">Share of clients in it.</param>
/// <param name="ResponseShift">Added to the response logit.</param>
/// <param name="StyleShift">Response style: added to every latent answer.</param>
/// <param name="StyleSpread">Response style: factor on the distance of every latent answer from the middle, above
/// 0; below 1 extremes are avoided. Languages differ in both.</param>
public sealed record ClientGroup(string Name, double Share, double ResponseShift = 0, double StyleShift = 0, double StyleSpread = 1);
