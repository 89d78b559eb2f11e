namespace Cadran.Web.Respondent;

/// <summary>Pages that only say something.</summary>
public enum Notice { None, NotYetOpen, Closed, Unknown, TooLarge, Unreadable, TooMany, Busy, Failed, NotInvited }
