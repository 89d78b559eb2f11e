namespace Cadran.Catalogue;

/// <summary>A reported quantity: a number, "we have no data" (ND) or "does not apply" (NA). The three are never merged.</summary>
public enum Reported { Value, NoData, NotApplicable }
