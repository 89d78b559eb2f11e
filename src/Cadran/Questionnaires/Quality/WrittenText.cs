namespace Cadran.Questionnaires;

/// <summary>
/// A text of a questionnaire and its place, for what is said of missing translations. Texts nobody wrote in any language are left out,
/// not missing.
/// </summary>
/// <param name="Question">Code of the question it belongs to, or null.</param>
internal sealed record WrittenText(LocalText Where, string? Question, LocalText Text)
{
    public static IEnumerable<WrittenText> Of(QuestionnaireContent content)
    {
        yield return new(PlaceNames.Title, null, content.Title);
        foreach (WrittenText text in All(content))
            if (text.Text != LocalText.Empty) yield return text;
    }

    private static IEnumerable<WrittenText> All(QuestionnaireContent content)
    {
        yield return new(PlaceNames.Welcome, null, content.Welcome);
        yield return new(PlaceNames.Thanks, null, content.Thanks);
        foreach (Section section in content.Sections)
        {
            yield return new(PlaceNames.Of(section), null, section.Title);
            yield return new(PlaceNames.Of(section), null, section.Introduction);
            foreach (Grid grid in section.Grids)
            {
                yield return new(PlaceNames.Of(section), null, grid.Text);
                yield return new(PlaceNames.Of(section), null, grid.Hint);
            }
            foreach (Ending ending in section.EndWhen) yield return new(PlaceNames.Of(section), null, ending.Thanks);
            foreach (WrittenText text in section.Questions.SelectMany(Of)) yield return text;
        }
    }

    private static IEnumerable<WrittenText> Of(Question question)
    {
        LocalText named = PlaceNames.Of(question);
        yield return new(named, question.Code, question.Text);
        yield return new(named, question.Code, question.Hint);
        yield return new(named, question.Code, question.Unit);
        foreach (QuestionOption option in question.Kind.Options(question)) yield return new(named, question.Code, option.Label);
        foreach (Check check in question.Checks) yield return new(named, question.Code, check.Message);
    }
}
