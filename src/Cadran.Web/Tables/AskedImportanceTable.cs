using Cadran.Insight;
using Cadran.Questionnaires;
using Cadran.Web.Charts;
using Cadran.Web.Words;

namespace Cadran.Web.Tables;

/// <summary>What people say matters most beside what goes with their satisfaction: importance asked, importance derived.</summary>
public static class AskedImportanceTable
{
    /// <summary>Null where nobody asked which drivers matter.</summary>
    public static ChartTable? Of(WaveAnalysis wave, WaveQuestions questions, NumberText text)
    {
        var T = text.T;
        Question? question = wave.Content.Questions.FirstOrDefault(q =>
            q is { Role: ItemRole.Importance, Kind: ChoiceKind or ChoicesKind });
        if (question is null || questions.Find(question.Code) is not { Suppressed: null } asked) return null;
        var both = wave.Drivers.Select(d => (Driver: d, Answer: asked.Find(d.Code))).Where(d => d.Answer is not null).ToList();
        if (both.Count < 2) return null;
        int? Rank(AnswerResult answer) => answer.N is null || both.Any(b => b.Answer!.N is null) ? null
            : 1 + both.Count(b => b.Answer!.Share.Estimate > answer.Share.Estimate);
        return new("asked-importance", "bars-interval", T["Importance asked and importance derived"],
            T["Share of people who named each driver, with its interval"])
        {
            Note = T["Asked: share of the {0} people who answered “{1}” and named the driver. "
                + "Derived: its share of what the drivers explain of overall satisfaction (LMG). They need not agree: "
                + "people name what they think of, and satisfaction moves with what differs between them.", NumberText.Count(asked.N),
                NumberText.Name(question.Text).Name],
            Names = T["Driver"],
            IsReproducible = false,
            Attributes = [("data-unit", "%"), ("data-min", "0")],
            Columns =
            [
                new(T["Asked, %"], "value"), new(T["95% interval, %"]), new(T["Rank asked"]), new(T["Derived, %"]), new(T["Rank derived"]),
            ],
            Rows = [.. both.OrderByDescending(b => b.Answer!.Share.Estimate).Select(b =>
            {
                (string name, string? language) = NumberText.Name(b.Driver.Name);
                return new ChartRow(name, language,
                [
                    text.Percent(b.Answer!.Share), text.PercentInterval(b.Answer.Share), NumberText.Number(Rank(b.Answer)),
                    b.Driver.Importance is { } derived ? new(NumberText.One(100 * derived.Share), 100 * derived.Share) : new("–"),
                    NumberText.Number(b.Driver.Importance?.Rank),
                ]);
            })],
        };
    }
}
