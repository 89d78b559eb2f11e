namespace Cadran.Questionnaires;

/// <summary>One of the listed options.</summary>
public sealed class ChoiceKind : OneOfKind
{
    public override string Code => "Choice";
    public override string Name => "One choice";
    public override double Seconds => 3;
    public override bool HasOptions => true;

    public override IEnumerable<RuleViolationException> Faults(Question question) => [.. base.Faults(question), .. OptionFaults(question)];
}
