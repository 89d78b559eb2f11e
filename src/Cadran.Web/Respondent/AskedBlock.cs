using Cadran.Questionnaires;

namespace Cadran.Web.Respondent;

/// <summary>
/// What stands together on a page: one question, or adjacent questions of one grid on one set of points, which are drawn as a table where
/// there is room. A question whose points differ from those before it starts anew.
/// </summary>
/// <param name="Grid">Null for a question by itself.</param>
public sealed record AskedBlock(Grid? Grid, IReadOnlyList<AskedQuestion> Questions)
{
    /// <summary>A rule may hide it: all its questions, else one of them.</summary>
    public bool IsConditional => Questions.All(q => q.Question.ShownWhen is not null);

    public string Codes => string.Join(',', Questions.Select(q => q.Question.Code));

    /// <summary>What heads the columns of the table.</summary>
    public IReadOnlyList<QuestionOption> Columns => Questions[0].Question.Kind.Options(Questions[0].Question);

    /// <summary>What stands beside the columns in every row, in the words of the first.</summary>
    public IReadOnlyList<NoValueCode> Offered => Questions[0].Question.Kind.Offered(Questions[0].Question);

    public static IEnumerable<AskedBlock> Of(Section section, string language)
    {
        List<Question> shown = [.. section.Questions.Where(q => q.Kind.IsShown)];
        for (int at = 0; at < shown.Count;)
        {
            Question first = shown[at];
            Grid? grid = first.Kind is ScaleKind or OneOfKind ? section.Grids.FirstOrDefault(g => g.Code == first.Grid) : null;
            int size = 1;
            while (grid is not null && at + size < shown.Count && Fits(first, shown[at + size])) size++;
            yield return new(size > 1 ? grid : null, [.. shown.Skip(at).Take(size).Select(q => AskedQuestion.Of(q, language))]);
            at += size;
        }
    }

    private static bool Fits(Question first, Question next) =>
        next.Grid == first.Grid && next.Kind == first.Kind && next.NoValues.SequenceEqual(first.NoValues)
        && first.Kind.Options(first).Select(o => o.Code).SequenceEqual(next.Kind.Options(next).Select(o => o.Code));
}
