using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>What a reader of a trend must know: which items came, went, or were put in other words.</summary>
public sealed record VersionChanges(
    IReadOnlyList<Question> Added, IReadOnlyList<Question> Removed, IReadOnlyList<Rewording> Reworded, bool Different)
{
    public bool None => !Different;

    public static VersionChanges Between(QuestionnaireContent before, QuestionnaireContent after)
    {
        var old = before.Questions.ToDictionary(q => q.Code);
        var present = after.Questions.ToDictionary(q => q.Code);
        return new(
            [.. present.Values.Where(q => !old.ContainsKey(q.Code))],
            [.. old.Values.Where(q => !present.ContainsKey(q.Code))],
            [.. from q in present.Values
                where old.TryGetValue(q.Code, out Question? was) && !SameWords(was, q)
                select new Rewording(q.Code, old[q.Code], q)],
            // Order, sections, texts around the questions, required marks, languages.
            Json(before) != Json(after));
    }

    private static bool SameWords(Question a, Question b) =>
        a.Text == b.Text && a.Hint == b.Hint && a.Kind == b.Kind && a.Scale == b.Scale && a.Options.SequenceEqual(b.Options);

    private static string Json(QuestionnaireContent content) => JsonSerializer.Serialize(content, Mapping.JsonOptions);
}
