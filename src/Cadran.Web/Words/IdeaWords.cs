using Cadran.Feedback;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>What became of an idea, in a word.</summary>
public static class IdeaWords
{
    public static string Outcome(this IStringLocalizer text, IdeaOutcome outcome) => outcome switch
    {
        IdeaOutcome.Adopted => text["taken up"],
        IdeaOutcome.Kept => text["kept for later"],
        IdeaOutcome.There => text["there already"],
        IdeaOutcome.PassedOn => text["passed on"],
        _ => text["not taken up"],
    };

    public static IHtmlContent Tag(this IStringLocalizer text, IdeaOutcome outcome) =>
        StateMarkup.Tag(text.Outcome(outcome), outcome switch
        {
            IdeaOutcome.Adopted => "good",
            IdeaOutcome.Declined => "neutral",
            _ => null,
        });

    /// <summary>How it stands: answered, or by when it is to be.</summary>
    public static IHtmlContent Standing(this IStringLocalizer text, IdeaOutcome? outcome, DateOnly answerBy, DateOnly today) =>
        outcome is { } answered ? text.Tag(answered)
        : answerBy < today ? StateMarkup.Tag(text["answer overdue"], "bad")
        : StateMarkup.Tag(text["to be answered"], "warn");

    /// <summary>How many were answered in time, in a sentence.</summary>
    public static string Kept(this IStringLocalizer text, IdeaTimes times) => times.Due == 0
        ? text["No answer was due yet."]
        : text["{0} of {1} were answered within the time that was promised.", times.InTime, times.Due];
}
