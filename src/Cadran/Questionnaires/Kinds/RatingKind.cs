namespace Cadran.Questionnaires;

/// <summary>A point of the question's <see cref="RatingScale"/>, or that the question does not apply.</summary>
public sealed class RatingKind : ScaleKind
{
    public override string Code => "Rating";
    public override string Name => "Rating";
    public override double Seconds => 3;

    public override (string Words, object[] Args) Describe(Question question) =>
        ("Rating from {0} to {1}", [question.Scale!.Lowest, question.Scale.Highest]);
}
