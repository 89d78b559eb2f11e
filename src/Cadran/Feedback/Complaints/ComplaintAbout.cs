namespace Cadran.Feedback;

/// <summary>
/// What a complaint is about, as the Belgian federal model divides it: what was delivered, its making, the manner, the law.
/// </summary>
public enum ComplaintAbout { Service, Delay, Manner, Law }
