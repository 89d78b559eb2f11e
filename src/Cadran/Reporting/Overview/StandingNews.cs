namespace Cadran.Reporting;

/// <summary>What happened to a service since somebody was last here.</summary>
/// <param name="Wave">A wave has closed: its results are new.</param>
/// <param name="Verdicts">Effects that were judged.</param>
/// <param name="Late">Actions that became late.</param>
/// <param name="Comments">Comments of that wave that may be read; null while it is not known, or may not be.</param>
public sealed record StandingNews(bool Wave, int Verdicts, int Late, int? Comments = null)
{
    public static StandingNews None { get; } = new(false, 0, 0);

    public bool IsAny => Wave || Verdicts > 0 || Late > 0;
}
