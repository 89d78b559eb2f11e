namespace Cadran.Insight;

/// <summary>Which comments are shown: the keys of <see cref="WaveComments"/>, one for each, so that no text is kept twice.</summary>
internal sealed record PublishedComments(IReadOnlyList<string> Keys);
