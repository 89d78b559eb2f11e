namespace Cadran.Questionnaires;

/// <summary>Phase of the service process (Belgian matrix rows).</summary>
public enum Phase { None, Orientation, Reception, Treatment, FollowUp }
