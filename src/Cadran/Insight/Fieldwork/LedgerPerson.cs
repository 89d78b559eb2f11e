namespace Cadran.Insight;

/// <summary>Where one drawn person is, without who it is.</summary>
internal sealed record LedgerPerson(string Stratum, string Language, bool Invited, bool Done, bool Delivered, bool Bounced, bool OptedOut);
