using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>A cell or a margin of the matrix of phases and quality orientations.</summary>
/// <param name="Phase"><see cref="Phase.None"/> for an orientation over all phases.</param>
/// <param name="Orientation"><see cref="Orientation.None"/> for a phase over all orientations.</param>
/// <param name="Items">Ratings that measure it; with none there is no score: it was not measured.</param>
/// <param name="Score">Mean of the scores of its ratings, 0 to 100, with the interval of that mean; null without ratings.</param>
public sealed record MatrixScore(Phase Phase, Orientation Orientation, int Items, PublishedNumber? Score);
