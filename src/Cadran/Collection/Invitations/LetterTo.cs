namespace Cadran.Collection;

/// <summary>Who of a sample gets a letter.</summary>
public enum LetterTo { WithoutEmail, NotAnswered, Everybody }
