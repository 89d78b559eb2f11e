using Cadran.Collection;

namespace Cadran.Insight;

/// <summary>Messages of one kind that were taken on one day.</summary>
public sealed record LedgerDay(DateOnly On, MailKind Kind, int Messages);
