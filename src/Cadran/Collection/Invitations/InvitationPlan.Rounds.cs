using Cadran.People;

namespace Cadran.Collection;

public sealed partial class InvitationPlan
{
    /// <summary>All rounds of the plan in their order; reminders count from the day on which invitations went out.</summary>
    public IReadOnlyList<PlannedRound> Planned(Wave wave)
    {
        DateOnly first = Made(MailKind.Invitation, 0)?.On ?? Terms.SendsOn;
        var rounds = new List<PlannedRound> { At(MailKind.Invitation, 0, first) };
        for (int number = 1; number <= Terms.Reminders; number++)
        {
            DateOnly day = first.AddDays(number * Terms.DaysBetween);
            if (day <= wave.EndsOn || Made(MailKind.Reminder, number) is not null) rounds.Add(At(MailKind.Reminder, number, day));
        }
        if (Terms.Thanks) rounds.Add(At(MailKind.Thanks, 0, wave.EndsOn.AddDays(1)));
        return rounds;
    }

    /// <summary>The round that is to be made ready now; null when none is.</summary>
    /// <param name="local">What clocks show where the installation is.</param>
    public PlannedRound? Due(Wave wave, DateTime local)
    {
        if (!IsUnderWay) return null;
        WaveState state = wave.StateOn(DateOnly.FromDateTime(local));
        return Planned(wave).FirstOrDefault(r => r.Made is null && r.Due <= local
            && (r.Kind == MailKind.Thanks ? state == WaveState.Closed && Made(MailKind.Invitation, 0) is not null
                : state == WaveState.Open));
    }

    public void MakeReady(PlannedRound round, int messages, Moment now) =>
        Rounds = [.. Rounds, new(round.Kind, round.Number, now.Today, now.AtUtc, messages)];

    /// <summary>Letters are made while their codes open something, and to somebody.</summary>
    public void RequireLetters(Wave wave, int letters, DateOnly today)
    {
        if (!IsUnderWay)
            throw new RuleViolationException("invitations.letters-early",
                "Schedule the messages first: before that the codes of letters open nothing.");
        RequireOpen(wave, today);
        if (letters == 0)
            throw new RuleViolationException("invitations.nobody", "There is nobody of that kind who has a postal address.", "Input.To");
    }

    /// <summary>Letters with codes are made, by whoever prints them: each time with codes of their own.</summary>
    /// <returns>The number of these letters, from 1 on.</returns>
    public int MakeLetters(Wave wave, int letters, Actor by, Moment now)
    {
        RequireLetters(wave, letters, now.Today);
        int number = Rounds.Count(r => r.Kind == MailKind.Letter) + 1;
        Rounds = [.. Rounds, new(MailKind.Letter, number, now.Today, now.AtUtc, letters) { By = by.Name }];
        return number;
    }

    private MailRound? Made(MailKind kind, int number) => Rounds.FirstOrDefault(r => r.Kind == kind && r.Number == number);

    private PlannedRound At(MailKind kind, int number, DateOnly day) =>
        new(kind, number, day.ToDateTime(new TimeOnly(Terms.Hour, 0)), Made(kind, number));
}
