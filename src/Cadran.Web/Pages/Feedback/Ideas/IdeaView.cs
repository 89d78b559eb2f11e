using Cadran.Feedback;
using Cadran.Web.Pages.Shared;

namespace Cadran.Web.Pages.Feedback;

/// <summary>What the page of an idea shows.</summary>
public sealed record IdeaView
{
    public required Idea Idea { get; init; }
    public required IdeaBox Box { get; init; }

    /// <summary>The service, or the organisation where it is about all of it.</summary>
    public required LocalText About { get; init; }

    /// <summary>The last first.</summary>
    public required IReadOnlyList<IdeaAnswer> Answers { get; init; }

    /// <summary>The first first.</summary>
    public required IReadOnlyList<IdeaComment> Comments { get; init; }
    public required int Votes { get; init; }

    /// <summary>The reader supports it.</summary>
    public required bool Voted { get; init; }
    public required bool MayAnswer { get; init; }

    /// <summary>What came into the register from it.</summary>
    public required RaisedEntries Raised { get; init; }
    public required DateOnly Today { get; init; }

    public IdeaAnswer? Answer => Answers.Count == 0 ? null : Answers[0];
}
