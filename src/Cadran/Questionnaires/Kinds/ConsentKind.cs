namespace Cadran.Questionnaires;

/// <summary>Whether somebody agrees to what the question says. Not to agree is an answer, and never keeps anybody from going on.</summary>
public sealed class ConsentKind : OneOfKind
{
    public const string Agreed = "agreed", Declined = "declined";

    private static readonly QuestionOption[] Both =
    [
        new(Agreed, new("I agree", "J’accepte", "Ik ga akkoord", "Ich stimme zu")),
        new(Declined, new("I do not agree", "Je n’accepte pas", "Ik ga niet akkoord", "Ich stimme nicht zu")),
    ];

    public override string Code => "Consent";
    public override string Name => "Consent";
    public override double Seconds => 4;
    public override bool Groups => false;

    public override IReadOnlyList<QuestionOption> Options(Question question) => Both;
}
