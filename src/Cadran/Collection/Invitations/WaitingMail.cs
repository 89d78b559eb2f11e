namespace Cadran.Collection;

/// <summary>A message whose time has come.</summary>
/// <param name="Person">Null when the contact has gone.</param>
/// <param name="OptedOut">The person does not want to be asked.</param>
internal sealed record WaitingMail(Guid Id, Guid InvitationId, MailKind Kind, int Number, int Attempts, Guid PlanId, bool Done,
    FramePerson? Person, bool OptedOut)
{
    public string Key => $"{InvitationId:N}.{Kind}{Number}".ToLowerInvariant();

    /// <summary>Why it is not sent; null when it is.</summary>
    public MailState? NotSent(MailPlan plan, DateOnly today)
    {
        if (Person is null || plan.Seal is null) return MailState.TooLate;
        if (OptedOut) return MailState.OptedOut;
        if (Kind == MailKind.Thanks) return null;
        if (Done) return MailState.Answered;
        return plan.Wave.StateOn(today) == WaveState.Open ? null : MailState.TooLate;
    }
}
