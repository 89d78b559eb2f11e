using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>A sample as its page shows it.</summary>
/// <param name="MayRun">The reader may have its file, say that people were invited, or undo it.</param>
public sealed record SampleView(Sample Sample, Frame Frame, Wave Wave, LocalText Service, bool MayRun);
