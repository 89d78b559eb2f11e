namespace Cadran.Questionnaires;

/// <summary>A file that somebody sent as an answer.</summary>
/// <param name="Id">Number under which it is kept, drawn by us.</param>
/// <param name="Name">As the sender called it, shortened; shown, and never part of a path.</param>
/// <param name="Type">Media type found in its first bytes, never the one that was claimed.</param>
public sealed record SentFile(Guid Id, string Name, string Type, long Bytes);
