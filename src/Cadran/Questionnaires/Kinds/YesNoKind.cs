namespace Cadran.Questionnaires;

/// <summary>Yes or no.</summary>
public sealed class YesNoKind : OneOfKind
{
    public const string Yes = "yes", No = "no";

    private static readonly QuestionOption[] Both =
        [new(Yes, new("Yes", "Oui", "Ja", "Ja")), new(No, new("No", "Non", "Nee", "Nein"))];

    public override string Code => "YesNo";
    public override string Name => "Yes or no";
    public override double Seconds => 2;

    public override IReadOnlyList<QuestionOption> Options(Question question) => Both;

    public override AnswerReading Imported(Question question, string value) => value switch
    {
        "1" or "1.0" => new(new Answer.Choice(Yes)),
        "0" or "0.0" => new(new Answer.Choice(No)),
        _ => base.Imported(question, value),
    };
}
