using Cadran.Standards;

namespace Cadran.Feedback;

/// <summary>
/// Until when complaints are to be decided and answered: calendar days for the first, open days of a calendar for the second.
/// </summary>
public sealed record ComplaintDeadlines(int DecideInDays, int AnswerInOpenDays, WorkingTime Calendar)
{
    public DateOnly DecideBy(DateOnly from) => from.AddDays(DecideInDays);

    public DateOnly AnswerBy(DateOnly from) => Calendar.AddDays(from, AnswerInOpenDays);
}
