using Cadran.Feedback;

namespace Cadran.Web.Pages.Feedback;

/// <summary>A box for ideas as its page shows it.</summary>
/// <param name="About">The service, or the organisation where it is about all of it.</param>
public sealed record BoxView(IdeaBox Box, LocalText About, IdeaTimes Times, int Ideas, bool MayImprove);
