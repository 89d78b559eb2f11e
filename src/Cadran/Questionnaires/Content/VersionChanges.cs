namespace Cadran.Questionnaires;

/// <summary>A question whose words or options differ between two versions under the same code.</summary>
public sealed record Rewording(string Code, Question Before, Question After);

/// <summary>What a reader of a trend must know: which items came, went, or were put in other words.</summary>
public sealed record VersionChanges(IReadOnlyList<Question> Added, IReadOnlyList<Question> Removed, IReadOnlyList<Rewording> Reworded, bool Different)
{
    public bool None => !Different;

    public static VersionChanges Between(QuestionnaireContent before, QuestionnaireContent after)
    {
        var old = before.Questions.ToDictionary(q => q.Code);
        var present = after.Questions.ToDictionary(q => q.Code);
        List<Rewording> reworded = [.. present.Values.Where(q => old.TryGetValue(q.Code, out Question? was) && !SameWords(was, q)).Select(q => new Rewording(q.Code, old[q.Code], q))];
        return new(
            [.. present.Values.Where(q => !old.ContainsKey(q.Code))],
            [.. old.Values.Where(q => !present.ContainsKey(q.Code))],
            reworded,
            // Order, sections, texts around the questions, required marks, languages.
            Json(before) != Json(after));
    }

    private static bool SameWords(Question a, Question b) => a.Text == b.Text && a.Hint == b.Hint && a.Kind == b.Kind && a.Options.SequenceEqual(b.Options);

    private static string Json(QuestionnaireContent content) => System.Text.Json.JsonSerializer.Serialize(content, Mapping.JsonOptions);
}
