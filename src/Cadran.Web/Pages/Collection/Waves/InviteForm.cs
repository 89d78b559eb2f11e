using System.ComponentModel.DataAnnotations;
using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>How people are invited, as somebody plans it.</summary>
public sealed class InviteForm
{
    /// <summary>Of the plan that the form was made from; -1 for a new one.</summary>
    public int Version { get; set; } = -1;

    [Display(Name = "The link")]
    public LinkKind Links { get; set; } = LinkKind.Personal;

    [Display(Name = "A personal link goes on where somebody stopped, on another device too")]
    public bool Resumable { get; set; }

    [Display(Name = "The invitation goes out on"), Required(ErrorMessage = "Choose the day on which the invitation goes out.")]
    public DateOnly? SendsOn { get; set; }

    [Display(Name = "From this hour on"), Required]
    public int? Hour { get; set; } = InvitationTerms.UsualHour;

    [Display(Name = "Reminders"), Required]
    public int? Reminders { get; set; } = InvitationTerms.UsualReminders;

    [Display(Name = "Days between two messages"), Required]
    public int? DaysBetween { get; set; } = InvitationTerms.UsualDaysBetween;

    [Display(Name = "Say thanks the day after the wave has ended")]
    public bool Thanks { get; set; } = true;

    [Display(Name = "Answers to messages go to"), StringLength(254)]
    public string? ReplyTo { get; set; }

    public static InviteForm Of(InvitationPlan plan) => new()
    {
        Version = plan.Version,
        Links = plan.Terms.Links,
        Resumable = plan.Terms.Resumable,
        SendsOn = plan.Terms.SendsOn,
        Hour = plan.Terms.Hour,
        Reminders = plan.Terms.Reminders,
        DaysBetween = plan.Terms.DaysBetween,
        Thanks = plan.Terms.Thanks,
        ReplyTo = plan.Terms.ReplyTo,
    };

    public InvitationTerms ToTerms() => new()
    {
        Links = Links,
        Resumable = Resumable && Links == LinkKind.Personal,
        SendsOn = SendsOn!.Value,
        Hour = Hour!.Value,
        Reminders = Reminders!.Value,
        DaysBetween = DaysBetween!.Value,
        Thanks = Thanks,
        ReplyTo = ReplyTo ?? "",
    };
}
