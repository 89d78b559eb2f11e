namespace Cadran.Collection;

/// <summary>What a message says in one language; fields in braces are filled in for each person.</summary>
public sealed record MailText(MailKind Kind, string Language, string Subject, string Body)
{
    public const int SubjectMaxLength = 200, BodyMaxLength = 10_000;

    internal MailText Checked()
    {
        string subject = TextLimits.Required(MailMerge.OneLine(Subject), SubjectMaxLength, nameof(Subject)),
            body = TextLimits.Required(Body.ReplaceLineEndings("\n"), BodyMaxLength, nameof(Body));
        if (MailMerge.Unknown(subject) is { } inSubject) throw NoField(inSubject, nameof(Subject));
        if (MailMerge.Unknown(body) is { } inBody) throw NoField(inBody, nameof(Body));
        if (Kind != MailKind.Thanks) Require(body, MailMerge.Link);
        // Nobody types the address of a stop: a letter says whom to tell.
        if (Kind != MailKind.Letter) Require(body, MailMerge.Stop);
        return this with { Subject = subject, Body = body };
    }

    private static void Require(string body, string field)
    {
        if (!body.Contains(field, StringComparison.Ordinal))
            throw new RuleViolationException("invitations.field-missing", "The message needs the field {0}.", nameof(Body), field);
    }

    private static RuleViolationException NoField(string field, string where) => new("invitations.field-unknown",
        "There is no field {0}. Fields are {1}.", where, field, string.Join(", ", MailMerge.Fields));
}
