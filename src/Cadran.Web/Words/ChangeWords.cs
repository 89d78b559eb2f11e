using Cadran.Insight;

namespace Cadran.Web.Words;

/// <summary>What a change means, in one wording wherever it is read. Words are keys of the localiser.</summary>
public static class ChangeWords
{
    public static string Of(ChangeVerdict verdict) => verdict switch
    {
        ChangeVerdict.Gain => "a gain the margin cannot explain",
        ChangeVerdict.Loss => "a loss the margin cannot explain",
        ChangeVerdict.OneOfMany => "may be chance: one of many changes looked at",
        ChangeVerdict.NoMargin => "no margin to judge it by",
        ChangeVerdict.Undecided => "the margin cannot tell",
        _ => "too few answers",
    };
}
