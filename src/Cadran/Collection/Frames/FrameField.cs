namespace Cadran.Collection;

/// <summary>What a column of a list of clients is.</summary>
public enum FrameField { Code, Name, Stratum, Cluster, Language, Channel, Email, Phone, Address, Other }
