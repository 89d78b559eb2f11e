using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>A frame as its page shows it.</summary>
/// <param name="Whose">The service, or the organisation whose clients they are.</param>
/// <param name="MayRun">The reader may bring lists in, draw, and read contacts.</param>
public sealed record FrameView(Frame Frame, LocalText Whose, IReadOnlyList<FrameView.Drawn> Samples, IReadOnlyList<FrameImport> Lists,
    bool MayRun)
{
    public bool HasContacts => Frame.PurgedAtUtc is null;

    /// <param name="Wave">Name of the wave that it was drawn for.</param>
    public sealed record Drawn(Sample Sample, string Wave);
}
