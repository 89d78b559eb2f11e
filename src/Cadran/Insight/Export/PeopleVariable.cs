using Cadran.Questionnaires;

namespace Cadran.Insight;

/// <summary>A column of a <see cref="PeopleTable"/>: a rating, or one option of several choices.</summary>
/// <param name="Option">Null for a rating.</param>
/// <param name="Values">What can stand in it, in the order of the codes of the table of answers.</param>
public sealed record PeopleVariable(Question Question, QuestionOption? Option, IReadOnlyList<PeopleValue> Values)
{
    /// <summary>As the questionnaire calls it; a column of a file takes its name from this.</summary>
    public string Name => Option is null ? Question.Code : $"{Question.Code}.{Option.Code}";

    internal static PeopleVariable Of(Question rating)
    {
        var scale = rating.Scale!;
        return new(rating, null, [.. Enumerable.Range(scale.Codes.Minimum, scale.Codes.Points).Select(scale.Value)
            .Select(point => new PeopleValue(point, scale.LabelOf(point)))]);
    }

    internal static PeopleVariable Of(Question several, QuestionOption option) =>
        new(several, option, [new(0, new("Not chosen", "Non choisi")), new(1, new("Chosen", "Choisi"))]);
}
