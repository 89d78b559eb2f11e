using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

/// <summary>A questionnaire with a question of every kind, in English and French, with rules of every sort.</summary>
internal static class EveryQuestion
{
    private static readonly Condition Yes = new Condition.Chose("yn", "yes");

    public static QuestionnaireContent Content { get; } = new()
    {
        Title = Text("Every kind"),
        Welcome = Text("Welcome"),
        Thanks = Text("Thank you"),
        Languages = ["en", "fr"],
        Sections =
        [
            new()
            {
                Code = "first", Title = Text("First"), Introduction = Text("Some words"), Grids = [new("both", Text("How good is it?"))],
                EndWhen = [new(new Condition.Chose("yn", "no"), Text("Goodbye"))],
                Questions =
                [
                    new() { Code = "yn", Kind = QuestionKind.YesNo, Text = Text("Did you come?"), Required = true },
                    new()
                    {
                        Code = "sat", Kind = QuestionKind.Rating, Text = Text("Satisfied"), Grid = "both", AllowsNotApplicable = true,
                        Scale = new(1, 5) { Labels = [Text("Bad"), Text("Poor"), Text("Fair"), Text("Good"), Text("Fine")] },
                    },
                    new()
                    {
                        Code = "wait", Kind = QuestionKind.Rating, Text = Text("Waiting"), Grid = "both",
                        Scale = new(1, 5) { Labels = [Text("Bad"), Text("Poor"), Text("Fair"), Text("Good"), Text("Fine")] },
                    },
                    new() { Code = "nps", Kind = QuestionKind.Recommend, Text = Text("Recommend?") },
                    new()
                    {
                        Code = "one", Kind = QuestionKind.Choice, Text = Text("Which one?"), ShownWhen = Yes, RandomOptions = true,
                        Options = [Option("desk"), Option("phone"), Option("other") with { TakesText = true }],
                    },
                    new()
                    {
                        Code = "many", Kind = QuestionKind.Choices, Text = Text("Which ones?"), Most = 2,
                        NoValues = [NoValueCode.DontKnow, NoValueCode.Refused],
                        Options = [Option("car"), Option("bus"), Option("none") with { Exclusive = true }],
                    },
                    new() { Code = "order", Kind = QuestionKind.Ranking, Text = Text("In which order?"),
                        Options = [Option("x"), Option("y"), Option("z")] },
                ],
            },
            new()
            {
                Code = "second", Title = Text("Second"), RandomOrder = true,
                ShownWhen = new Condition.Any([new Condition.Chose("many", "car"), new Condition.Not(new Condition.Answered("sat"))]),
                Questions =
                [
                    new()
                    {
                        Code = "count", Kind = QuestionKind.Number, Text = Text("How many?"), Unit = Text("visits"), Minimum = 1,
                            Maximum = 99,
                        RequiredWhen = Yes,
                        Checks = [new(new Condition.Compare(new Value.AnswerOf("count"), Comparison.Less, new Value.Number(50)),
                            Text("Too many"))],
                    },
                    new() { Code = "parts", Kind = QuestionKind.Sum, Text = Text("Divide 100"), Options = [Option("a"), Option("b")] },
                    new()
                    {
                        Code = "day", Kind = QuestionKind.Date, Text = Text("When?"), Earliest = new(2020, 1, 1),
                        ShownWhen = new Condition.Compare(new Value.FactNamed(Fact.Today), Comparison.Greater,
                            new Value.Date(new(2020, 1, 1))),
                    },
                    new() { Code = "took", Kind = QuestionKind.Duration, Text = Text("How long did it take?") },
                    new() { Code = "words", Kind = QuestionKind.Text, Text = Text("In a word?"), Hint = Text("Four letters"),
                        Pattern = "[a-z]{4}" },
                    new() { Code = "comment", Kind = QuestionKind.Comment, Text = Text("Anything else?") },
                    new() { Code = "post", Kind = QuestionKind.PostalCode, Text = Text("Postal code?"), Country = "BE" },
                    new() { Code = "phone", Kind = QuestionKind.Phone, Text = Text("Telephone?") },
                    new() { Code = "read", Kind = QuestionKind.Statement, Text = Text("Read <this> & go on") },
                    new() { Code = "agree", Kind = QuestionKind.Consent, Text = Text("Do you agree?") },
                    new() { Code = "source", Kind = QuestionKind.Hidden, Text = Text("Source"), Value = "letter",
                        Note = "From the letter" },
                    new() { Code = "proof", Kind = QuestionKind.File, Text = Text("A picture?") },
                ],
            },
        ],
    };

    private static LocalText Text(string english) => new(english, $"{english} (fr)");

    private static QuestionOption Option(string code) => new(code, Text("The " + code));
}
