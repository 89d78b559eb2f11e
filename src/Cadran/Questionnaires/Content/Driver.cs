namespace Cadran.Questionnaires;

/// <summary>The five drivers of satisfaction, plus what stands beside them.</summary>
public enum Driver { None, Timeliness, Knowledge, Courtesy, Fairness, Outcome }
