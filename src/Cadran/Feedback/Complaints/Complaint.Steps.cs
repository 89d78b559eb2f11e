using Cadran.People;

namespace Cadran.Feedback;

// What happens to a complaint after it came: each step says who took it and refuses to come out of order.
public sealed partial class Complaint
{
    public void Admit(Actor by, Moment now)
    {
        RequireReceived();
        AdmittedOn = now.Today;
        Add(ComplaintStepKind.Admitted, by, now);
    }

    /// <param name="written">What is told to whoever complained, sealed: the reason in words, and where to go instead.</param>
    public void Refuse(RefusalGround ground, string written, Actor by, Moment now)
    {
        RequireReceived();
        (RefusedOn, Ground) = (now.Today, ground);
        Add(ComplaintStepKind.Refused, by, now, ground.ToString(), written);
    }

    /// <param name="owner">Who answers for the answer.</param>
    public void Assign(Guid ownerId, string owner, Actor by, Moment now)
    {
        RequireOpen();
        if (OwnerId == ownerId)
            throw new RuleViolationException("complaint.owner-same", "This person answers for it already.", nameof(OwnerId));
        (OwnerId, Owner) = (ownerId, owner);
        Add(ComplaintStepKind.Assigned, by, now, owner);
    }

    /// <param name="written">For colleagues only, sealed.</param>
    public void Note(string written, Actor by, Moment now)
    {
        RequireReadable();
        Add(ComplaintStepKind.Note, by, now, written: written);
    }

    /// <param name="written">What whoever complained reads, sealed.</param>
    public void Answer(ComplaintOutcome outcome, string written, Actor by, Moment now)
    {
        if (State != ComplaintState.Admitted)
            throw new RuleViolationException("complaint.not-admitted", "Only an admitted complaint that has no answer is answered.");
        (AnsweredOn, Outcome) = (now.Today, outcome);
        FirstAnsweredOn ??= now.Today;
        Add(ComplaintStepKind.Answered, by, now, outcome.ToString(), written);
    }

    /// <param name="written">Why the answer does not do, sealed.</param>
    /// <param name="by">Null for whoever complained.</param>
    public void Reopen(string written, ComplaintDeadlines deadlines, Actor? by, Moment now)
    {
        if (State != ComplaintState.Answered)
            throw new RuleViolationException("complaint.not-answered", "Only an answered complaint is opened again.");
        RequireReadable();
        (AnsweredOn, Outcome, AnswerBy) = (null, null, deadlines.AnswerBy(now.Today));
        Reopenings++;
        Add(ComplaintStepKind.Reopened, by, now, written: written);
    }

    /// <summary>Names the root cause; a later one replaces it, and both stay in what happened.</summary>
    /// <param name="standardId">A standard of the service that was not kept; null when none is concerned.</param>
    public void NameCause(string driver, Guid? standardId, IReadOnlyCollection<string> drivers, Actor by, Moment now)
    {
        if (!drivers.Contains(driver))
            throw new RuleViolationException("complaint.driver", "Choose what failed.", nameof(CauseDriver));
        (CauseDriver, CauseStandardId) = (driver, standardId);
        Add(ComplaintStepKind.Caused, by, now, driver);
    }

    /// <summary>It says again what another one says: from now on only that one is answered.</summary>
    public void MergeInto(Complaint other, Actor by, Moment now)
    {
        RequireOpen();
        if (other.Id == Id || other.MergedIntoId is not null || other.ServiceId != ServiceId)
            throw new RuleViolationException("complaint.merge", "Choose another complaint about this service that was not merged itself.",
                "Into");
        MergedIntoId = other.Id;
        Add(ComplaintStepKind.Merged, by, now, other.Number);
    }

    /// <summary>Whoever complained says how satisfied he or she is with the answer, once.</summary>
    /// <param name="satisfaction">From 1 to 5.</param>
    public void Rate(int satisfaction, Moment now)
    {
        if (State != ComplaintState.Answered || Satisfaction is not null)
            throw new RuleViolationException("complaint.rated", "The answer can be rated once, when there is one.");
        if (satisfaction is < 1 or > 5)
            throw new RuleViolationException("complaint.rating", "Choose one of the five answers.", nameof(Satisfaction));
        Satisfaction = satisfaction;
        Add(ComplaintStepKind.Rated, null, now, satisfaction.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>What people wrote and who they are goes; what happened and when stays, for the statistics.</summary>
    internal void Erase(Moment now)
    {
        if (IsOpen || ErasedOn is not null) throw new InvalidOperationException($"Complaint {Number} is not to be erased.");
        (SealedText, SealedContact, ErasedOn) = (null, null, now.Today);
        foreach (ComplaintStep step in steps) step.Sealed = null;
        Add(ComplaintStepKind.Erased, Actor.System, now);
    }

    private void RequireReceived()
    {
        if (State != ComplaintState.Received)
            throw new RuleViolationException("complaint.decided", "It was decided already whether this complaint is admissible.");
    }

    private void RequireOpen()
    {
        if (!IsOpen) throw new RuleViolationException("complaint.closed", "This complaint is closed: nothing is to be done about it.");
    }

    private void RequireReadable()
    {
        if (ErasedOn is not null)
            throw new RuleViolationException("complaint.erased", "What people wrote in this complaint was erased: nothing is added to it.");
    }
}
