namespace Cadran.Questionnaires;

/// <summary>What a duration is told in.</summary>
public enum TimeUnit { Minutes, Hours, Days, Weeks }
