namespace Cadran.Reporting;

/// <summary>In which order services are listed.</summary>
public enum StandingOrder { Need, Name, Score, Change, Age }
