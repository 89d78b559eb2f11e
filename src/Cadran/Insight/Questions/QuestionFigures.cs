using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Statistics.Estimation;

namespace Cadran.Insight;

/// <summary>The figures of one question in one group of people.</summary>
internal static class QuestionFigures
{
    private const double Confidence = 0.95;

    /// <param name="domain">The question, or one of its options, in the group; −1 is the question itself.</param>
    /// <param name="answers">Why each answer is withheld, or null, in the order of <see cref="QuestionResult.Answers"/>.</param>
    public static QuestionResult Of(QuestionColumn column, Func<int, Domain> domain, IReadOnlyList<Suppression?> answers, Design design)
    {
        var whole = domain(-1);
        return new(column.Code, whole.Respondents, NoAnswerCounts.Of(whole), Numbers(column, whole),
            [.. Codes(column).Select((code, at) => answers[at] is { } why ? new AnswerResult(code, null, PublishedNumber.Withheld(why))
                : Answer(code, column, domain, at, design))])
        {
            Recommendation = Recommendation(column, whole),
        };
    }

    /// <summary>What the answers are called, in their order.</summary>
    public static IReadOnlyList<string> Codes(QuestionColumn column) =>
        column.IsMeasured ? [] : [.. column.Question.Kind.Options(column.Question).Select(o => o.Code)];

    /// <summary>People who gave each answer, in the same order.</summary>
    public static int Count(QuestionColumn column, Func<int, Domain> domain, int at) =>
        column.Options.Count > 0 ? domain(at).CountOf(1) : domain(-1).CountOf(Value(column, at));

    /// <summary>People of the group who all said the same instead of an answer: that tells what each of them said.</summary>
    public static bool SaidNothingAlike(Domain counted)
    {
        var none = NoAnswerCounts.Of(counted);
        return counted.Respondents == 0 && none.Total > 0
            && (none.NotApplicable == none.Total || none.DontKnow == none.Total || none.Refused == none.Total);
    }

    private static AnswerResult Answer(string code, QuestionColumn column, Func<int, Domain> domain, int at, Design design)
    {
        var share = column.Options.Count > 0 ? domain(at).Share(1) : domain(-1).Share(Value(column, at));
        return new(code, Count(column, domain, at), PublishedNumber.Of(share, ProportionInterval.Default(share, design, Confidence)));
    }

    /// <summary>Those who promote less those who detract, of everybody who answered.</summary>
    private static PublishedNumber? Recommendation(QuestionColumn column, Domain domain)
    {
        if (column.Question is not { Kind: RecommendKind, Scale: { } scale }) return null;
        double[] balance =
        [
            .. Enumerable.Range(scale.Codes.Minimum, scale.Codes.Points).Select(scale.Value).Select(point =>
                point >= RecommendKind.Promoter ? 1.0 : point <= RecommendKind.Detractor ? -1.0 : 0.0),
        ];
        return PublishedNumber.Of(domain.MeanOf(balance), Confidence);
    }

    // Tables of answers run from worst to best, people saw the numbers of the scale.
    private static int Value(QuestionColumn column, int at) =>
        column.Question.Scale is { } scale ? scale.Code(scale.Lowest + at) : at;

    private static NumberResult? Numbers(QuestionColumn column, Domain domain)
    {
        if (column.Question.Scale is not { } scale) return null;
        double[] values = [.. Enumerable.Range(scale.Codes.Minimum, scale.Codes.Points).Select(code => (double)scale.Value(code))];
        var (median, low, high) = MedianFigures.Of(domain, values, Confidence);
        return new(PublishedNumber.Of(domain.MeanOf(values), Confidence), median, low, high);
    }
}
