using System.Text.Json.Serialization;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>
/// What must be so for a rule to apply: one tree for what is shown, required, checked and where it ends (docs/adr/0303). It is true or
/// false of everybody; about a question that has no answer, or that was not asked, only <see cref="NoValueGiven"/> and what
/// <see cref="Not"/> turns round are true.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(All), "all"), JsonDerivedType(typeof(Any), "any"), JsonDerivedType(typeof(Not), "not")]
[JsonDerivedType(typeof(Answered), "answered"), JsonDerivedType(typeof(Chose), "chose"), JsonDerivedType(typeof(Compare), "compare")]
[JsonDerivedType(typeof(NoValueGiven), "none"), JsonDerivedType(typeof(Constant), "constant")]
public abstract record Condition
{
    /// <summary>Conditions within conditions, and parts in all, that a rule may have: JSON must not be too deep to be read.</summary>
    public const int MaxDepth = 12, MaxParts = 200;

    public abstract bool Holds(Situation situation);

    /// <summary>The conditions it is made of.</summary>
    internal virtual IReadOnlyList<Condition> Conditions => [];

    /// <summary>The values that it compares itself.</summary>
    internal virtual IReadOnlyList<Value> Values => [];

    /// <summary>The question it asks about itself, its parts aside; null for none.</summary>
    internal virtual string? Question => null;

    /// <summary>The same about questions with other codes.</summary>
    public abstract Condition Renamed(Func<string, string> code);

    /// <summary>Codes of all questions that it asks about.</summary>
    public IEnumerable<string> Questions()
    {
        if (Question is { } own) yield return own;
        foreach (string code in Conditions.SelectMany(c => c.Questions())) yield return code;
        foreach (string code in Values.SelectMany(Of)) yield return code;

        static IEnumerable<string> Of(Value value) =>
            value.Parts.SelectMany(Of).Concat(value.Question is { } code ? [code] : []);
    }

    /// <summary>It and every condition in it.</summary>
    public IEnumerable<Condition> Every() => Conditions.SelectMany(c => c.Every()).Prepend(this);

    /// <summary>Few and shallow enough parts to be stored and judged.</summary>
    [JsonIgnore]
    public bool IsSmall => Depth(MaxDepth) && Every().Sum(c => 1 + c.Values.Sum(Count)) <= MaxParts;

    private bool Depth(int left) => left > 0 && Conditions.All(c => c.Depth(left - 1)) && Values.All(v => DepthOf(v, left - 1));

    private static bool DepthOf(Value value, int left) => left > 0 && value.Parts.All(v => DepthOf(v, left - 1));

    private static int Count(Value value) => 1 + value.Parts.Sum(Count);

    /// <summary>Every one holds; true for none.</summary>
    public sealed record All(IReadOnlyList<Condition> Of) : Condition
    {
        internal override IReadOnlyList<Condition> Conditions => Of;

        public override bool Holds(Situation situation)
        {
            foreach (Condition one in Of)
                if (!one.Holds(situation)) return false;
            return true;
        }

        public override Condition Renamed(Func<string, string> code) => new All([.. Of.Select(c => c.Renamed(code))]);
        public bool Equals(All? other) => other is not null && Of.SequenceEqual(other.Of);
        public override int GetHashCode() => Of.Count;
    }

    /// <summary>One holds at least; false for none.</summary>
    public sealed record Any(IReadOnlyList<Condition> Of) : Condition
    {
        internal override IReadOnlyList<Condition> Conditions => Of;

        public override bool Holds(Situation situation)
        {
            foreach (Condition one in Of)
                if (one.Holds(situation)) return true;
            return false;
        }

        public override Condition Renamed(Func<string, string> code) => new Any([.. Of.Select(c => c.Renamed(code))]);
        public bool Equals(Any? other) => other is not null && Of.SequenceEqual(other.Of);
        public override int GetHashCode() => Of.Count;
    }

    public sealed record Not(Condition Of) : Condition
    {
        internal override IReadOnlyList<Condition> Conditions => [Of];
        public override bool Holds(Situation situation) => !Of.Holds(situation);
        public override Condition Renamed(Func<string, string> code) => new Not(Of.Renamed(code));
    }

    /// <summary>There is an answer; that it does not apply, is not known or not said is none.</summary>
    public sealed record Answered(string Code) : Condition
    {
        internal override string Question => Code;
        public override bool Holds(Situation situation) => situation.Answered(Code);
        public override Condition Renamed(Func<string, string> code) => new Answered(code(Code));
    }

    /// <summary>The option, or the point of a scale, was chosen, alone or beside others.</summary>
    public sealed record Chose(string Code, string Option) : Condition
    {
        internal override string Question => Code;
        public override bool Holds(Situation situation) => situation.Chose(Code, Option);
        public override Condition Renamed(Func<string, string> code) => new Chose(code(Code), Option);
    }

    public sealed record Compare(Value Left, Comparison Op, Value Right) : Condition
    {
        internal override IReadOnlyList<Value> Values => [Left, Right];
        public override bool Holds(Situation situation) => RuleValue.Holds(Left.In(situation), Op, Right.In(situation));
        public override Condition Renamed(Func<string, string> code) => new Compare(Left.Renamed(code), Op, Right.Renamed(code));
    }

    /// <summary>The person said, or a rule brought it about, that there is no answer of that kind.</summary>
    public sealed record NoValueGiven(string Code, NoValue None) : Condition
    {
        internal override string Question => Code;
        public override bool Holds(Situation situation) => situation.Gave(Code, None);
        public override Condition Renamed(Func<string, string> code) => new NoValueGiven(code(Code), None);
    }

    public sealed record Constant(bool True) : Condition
    {
        public override bool Holds(Situation situation) => True;
        public override Condition Renamed(Func<string, string> code) => this;
    }
}
