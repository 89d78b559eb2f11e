namespace Cadran.Collection;

/// <summary>A client in clear, for somebody who may read contacts.</summary>
/// <param name="Weight">Design weight in the sample that was asked for; 1 outside of one.</param>
public sealed record FrameClient(Contact Contact, string Stratum, string Cluster, string Language, string Channel, double Weight);
