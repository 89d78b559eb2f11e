using Cadran.Improvement;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>What each of the nine steps is for, and how it is done well.</summary>
public static class StepGuides
{
    /// <param name="step">From 1 to 9.</param>
    public static string Guide(this IStringLocalizer text, int step) => step switch
    {
        1 => text["Before asking anybody else, say what the service knows of itself: who its clients are, what they come for, with whom it "
            + "is given, what it does well and what it does badly. Two hours of a few people who do the work are worth more than a long "
            + "report. Where the survey later says otherwise, that is the first finding."],
        2 => text["Measure what clients live through, with questions that can be compared from year to year, and ask those who give the "
            + "service what stands in their way. Say beforehand by which means, how often and who does it, so that no year is skipped. "
            + "The first closed wave is the baseline of all that follows."],
        3 => text["Say in a few lines what the service is for and how clients should find it in some years, in words that they would use. "
            + "A vision that would fit any service decides nothing."],
        4 => text["What weighs most on satisfaction and scores low comes first. Let those decide who can give people and money, and write "
            + "down the reasons and what the figures do not show. One or two priorities get done; seven are a list."],
        5 => text["A standard tells clients what they can count on; a target says by how much satisfaction is to rise from the baseline, "
            + "and until when. Promise what touches what matters to clients, and say whether you mean points or percent."],
        6 => text["Every action carries out a decision, has one owner and a day, and says which measure it should move and by how much: "
            + "otherwise nobody can tell later whether it worked. Leave out what nobody has time for."],
        7 => text["Begin with what clients will feel soonest. Tell staff and clients what changes and when. A late action is no disgrace "
            + "when its page says so and why; it is one when nobody looks."],
        8 => text["Measure again after the delivery, with the same questions, and let the answers say whether the effect is there. "
            + "A change within the margin is not shown, however much was done."],
        _ => text["Thank the people whose work moved the figures, by name where they agree, and say for what. Recognise effects that were "
            + "verified, and tell also what was learned where nothing moved. Then the cycle begins again."],
    };

    /// <summary>What to write in a part of a statement; null where its name says it.</summary>
    public static string? Hint(StepPart part) => part switch
    {
        StepPart.Clients => "How many, through which channels, and who is not reached.",
        StepPart.Products => "Documents, payments, decisions, information.",
        StepPart.Services => "Steps, channels, hours.",
        StepPart.ClientSurvey => "How often and who does it, such as: every January; the programme analyst.",
        StepPart.Whom => "Name people only with their consent; a team is often enough.",
        StepPart.Why => "The effect that was verified, and what they did for it.",
        _ => null,
    };
}
