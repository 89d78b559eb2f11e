namespace Cadran.Questionnaires;

/// <summary>A piece of a text: words, or a place that an answer or a fact is put into.</summary>
/// <param name="Place">Name of the place; null for words.</param>
public readonly record struct PipedPiece(string Words, string? Place);
