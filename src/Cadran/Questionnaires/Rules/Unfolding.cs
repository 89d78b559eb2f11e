namespace Cadran.Questionnaires;

/// <summary>
/// A questionnaire with loops as one without: a section for each turn, whose questions have codes of their own and whose rules ask about
/// them. Everything after it, from the page to the column, knows sections and questions only.
/// </summary>
public static class Unfolding
{
    public static QuestionnaireContent Unfolded(this QuestionnaireContent content) =>
        content.Sections.All(s => s.Loop is null) ? content
        : content with { Sections = [.. content.Sections.SelectMany(section => Turns(content, section))] };

    private static IEnumerable<Section> Turns(QuestionnaireContent content, Section section)
    {
        if (section.Loop is not { } loop) return [section];
        HashSet<string> own = [.. section.Questions.Select(q => q.Code)];
        return loop.TurnsIn(content).Take(Loop.MaxTurns).Select(turn =>
        {
            string Code(string code) => own.Contains(code) ? Loop.Code(code, turn.Code) : code;
            LocalText Text(LocalText text) => Piping.Renamed(text, Code, turn.Label);
            Condition? chosen = loop.Over is { } over ? new Condition.Chose(over, turn.Code) : null;
            Condition? shown = section.ShownWhen?.Renamed(Code);
            return section with
            {
                Code = Loop.Code(section.Code, turn.Code),
                Title = Text(section.Title),
                Introduction = Text(section.Introduction),
                Loop = null,
                ShownWhen = chosen is null || shown is null ? chosen ?? shown : new Condition.All([chosen, shown]),
                EndWhen = [.. section.EndWhen.Select(e => new Ending(e.When.Renamed(Code), Text(e.Thanks)))],
                Questions = [.. section.Questions.Select(question => question with
                {
                    Code = Code(question.Code),
                    Text = Text(question.Text),
                    Hint = Text(question.Hint),
                    ShownWhen = question.ShownWhen?.Renamed(Code),
                    RequiredWhen = question.RequiredWhen?.Renamed(Code),
                    Checks = [.. question.Checks.Select(c => new Check(c.Holds.Renamed(Code), Text(c.Message)))],
                    // The overall rating and the drivers are of the whole service: those of a turn are about one part of it.
                    Role = question.Role is ItemRole.Overall or ItemRole.Driver ? ItemRole.Other : question.Role,
                    Options = [.. question.Options.Select(o => o with
                    {
                        Label = Text(o.Label),
                        ShownWhen = o.ShownWhen?.Renamed(Code),
                    })],
                })],
            };
        });
    }
}
