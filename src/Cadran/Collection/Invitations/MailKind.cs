namespace Cadran.Collection;

/// <summary>What a message is for.</summary>
public enum MailKind { Invitation, Reminder, Thanks, Letter }
