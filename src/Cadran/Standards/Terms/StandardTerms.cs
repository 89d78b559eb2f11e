namespace Cadran.Standards;

/// <summary>What a standard commits to, so that two people who count its cases come to the same number.</summary>
/// <param name="Object">What is promised on: a decision, a call that is answered.</param>
/// <param name="Proportion">The share of the cases that is promised.</param>
public sealed record StandardTerms(LocalText Object, StandardMeasure Measure, StandardTarget Proportion)
{
    public const int AddressMaxLength = 500;
    public const int OwnerMaxLength = 200;
    public const decimal LongestLimit = 10_000;

    /// <summary>Of a time standard, in its <see cref="Unit"/>.</summary>
    public decimal? Limit { get; init; }
    public TimeUnit Unit { get; init; }

    /// <summary>The event that starts the clock.</summary>
    public LocalText ClockStart { get; init; } = LocalText.Empty;

    /// <summary>The event that stops it.</summary>
    public LocalText ClockEnd { get; init; } = LocalText.Empty;

    /// <summary>When the clock stands still: while the client is asked for what is missing.</summary>
    public LocalText Pauses { get; init; } = LocalText.Empty;

    /// <summary>The days and hours that count; none counts every hour of every day.</summary>
    public Guid? CalendarId { get; init; }

    /// <summary>Who answers for it: a function, seldom a person.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Where the organisation publishes it itself.</summary>
    public string Address { get; init; } = "";

    /// <summary>The last check before it is kept.</summary>
    public StandardTerms Require()
    {
        TextLimits.Required(Object, LocalText.MaxLength, nameof(Object));
        if (!Proportion.IsShare || Proportion.Share == 0)
            throw new RuleViolationException("standard.proportion", "What is promised is a share of the cases, above 0 and up to 100%.",
                nameof(Proportion));
        if (Address.Length > 0 && !IsWebAddress(Address))
            throw new RuleViolationException("standard.address", "An address begins with https:// or http://.", nameof(Address));
        if (Measure == StandardMeasure.Time) RequireTime();
        foreach (LocalText text in new[] { ClockStart, ClockEnd, Pauses }) TextLimits.Optional(text, LocalText.MaxLength, "Text");
        return this;
    }

    private void RequireTime()
    {
        if (Limit is not (> 0 and <= LongestLimit))
            throw new RuleViolationException("standard.limit", "A time standard has a limit above 0 and up to 10,000.", nameof(Limit));
        if (Unit is TimeUnit.Days or TimeUnit.BusinessDays && Limit != decimal.Truncate(Limit.Value))
            throw new RuleViolationException("standard.whole-days", "A limit in days is a whole number.", nameof(Limit));
        if (Unit == TimeUnit.BusinessDays && CalendarId is null)
            throw new RuleViolationException("standard.calendar", "Business days are counted on a calendar: choose one.",
                nameof(CalendarId));
        if (ClockStart == LocalText.Empty || ClockEnd == LocalText.Empty)
            throw new RuleViolationException("standard.clock", "Say what starts the clock and what stops it.",
                ClockStart == LocalText.Empty ? nameof(ClockStart) : nameof(ClockEnd));
    }

    private static bool IsWebAddress(string address) => address.Length <= AddressMaxLength
        && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);
}
