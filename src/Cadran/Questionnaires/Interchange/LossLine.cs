namespace Cadran.Questionnaires;

/// <summary>One thing of a file and what became of it.</summary>
/// <param name="Place">Where it is in the file, in the words of that file, such as a row of a sheet or the code of a question.</param>
/// <param name="What">What it is called there.</param>
/// <param name="Why">What was done and why: English, the key of its translations; placeholders take <paramref name="Args"/>.</param>
public sealed record LossLine(LossKind Kind, string Place, string What, string Why, IReadOnlyList<object> Args);
