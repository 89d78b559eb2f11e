namespace Cadran.Feedback;

/// <summary>How many ideas were answered by the day that was promised.</summary>
/// <param name="InTime">Answered for the first time on that day or before it.</param>
/// <param name="Due">Answered, or past that day without an answer; one that may still be answered in time counts nowhere.</param>
/// <param name="Late">Past that day without an answer.</param>
/// <param name="Waiting">Without an answer, and still in time.</param>
public sealed record IdeaTimes(int InTime, int Due, int Late, int Waiting)
{
    /// <summary>Null where nothing was due yet.</summary>
    public Share? Kept => Due == 0 ? null : new Share((double)InTime / Due);

    public static IdeaTimes Of(IEnumerable<(DateOnly AnswerBy, DateOnly? FirstAnswerOn)> ideas, DateOnly today)
    {
        int inTime = 0, due = 0, late = 0, waiting = 0;
        foreach (var (by, on) in ideas)
        {
            if (on is null && by >= today) waiting++;
            else due++;
            if (on <= by) inTime++;
            if (on is null && by < today) late++;
        }
        return new(inTime, due, late, waiting);
    }
}
