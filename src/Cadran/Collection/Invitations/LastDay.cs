namespace Cadran.Collection;

/// <summary>A day as a sentence of that language says it.</summary>
public delegate string LastDay(DateOnly day, string language);
