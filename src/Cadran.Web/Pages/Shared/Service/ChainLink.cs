using Cadran.Improvement;

namespace Cadran.Web.Pages.Shared;

/// <summary>
/// A link of the chain from answers to verified effect: a fact that leads to its evidence, or what is missing and how to get it.
/// </summary>
/// <param name="Name">What kind of fact it is, in the reader's language.</param>
/// <param name="Headline">The fact, or that there is none.</param>
public sealed record ChainLink(string Name, LocalText Headline)
{
    public LocalText Detail { get; init; } = LocalText.Empty;

    /// <summary>Where the fact comes from; null for what is missing.</summary>
    public string? Evidence { get; init; }

    /// <summary>Where what is missing can be made, and in which words; null where it cannot be yet.</summary>
    public (string Href, string Words)? Next { get; init; }

    /// <summary>Something here waits for somebody.</summary>
    public bool Waits { get; init; }

    /// <summary>How what it rests on stands.</summary>
    public EvidenceState Standing { get; init; }

    /// <summary>The headline is short and is not broken over lines.</summary>
    public bool Whole { get; init; }
}
