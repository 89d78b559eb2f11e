using Cadran.Improvement;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Why something is on an agenda.</summary>
public static class GovernanceWords
{
    public static string Kind(this IStringLocalizer text, MeetingItemKind kind) => kind switch
    {
        MeetingItemKind.FollowUp => text["Asked for before"],
        MeetingItemKind.ActionLate => text["Actions that are late"],
        MeetingItemKind.TargetMissed => text["Targets off track"],
        MeetingItemKind.EffectNotShown => text["Effects not shown"],
        MeetingItemKind.ActionDue => text["Actions due soon"],
        MeetingItemKind.EntryToDecide => text["Entries to decide on"],
        _ => text["Plans in review"],
    };

    /// <summary>The day that put it there, in words.</summary>
    public static string Why(this IStringLocalizer text, MeetingItem item) => item.Kind switch
    {
        MeetingItemKind.FollowUp => text["to come back by {0}", item.On.Long()],
        MeetingItemKind.ActionLate => text["was due on {0}", item.On.Long()],
        MeetingItemKind.TargetMissed => text["to be reached by {0}", item.On.Long()],
        MeetingItemKind.EffectNotShown => text["judged on {0}", item.On.Long()],
        MeetingItemKind.ActionDue => text["due on {0}", item.On.Long()],
        MeetingItemKind.EntryToDecide => text["wanted by {0}", item.On.Long()],
        _ => text["handed in for the year from {0}", item.On.Long()],
    };
}
