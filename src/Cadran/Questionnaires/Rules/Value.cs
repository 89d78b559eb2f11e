using System.Text.Json.Serialization;

namespace Cadran.Questionnaires;

/// <summary>A side of a comparison in a rule.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(AnswerOf), "answer"), JsonDerivedType(typeof(Number), "number"), JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Date), "date"), JsonDerivedType(typeof(CountChosen), "count"), JsonDerivedType(typeof(FactNamed), "fact")]
[JsonDerivedType(typeof(Sum), "sum"), JsonDerivedType(typeof(Min), "min"), JsonDerivedType(typeof(Max), "max")]
[JsonDerivedType(typeof(Arithmetic), "arithmetic")]
public abstract record Value
{
    /// <summary>What it comes to for one person.</summary>
    public abstract RuleValue In(Situation situation);

    /// <summary>The values it is made of.</summary>
    internal virtual IReadOnlyList<Value> Parts => [];

    /// <summary>The question it asks about itself, its parts aside; null for none.</summary>
    internal virtual string? Question => null;

    /// <summary>The same about questions with other codes.</summary>
    public abstract Value Renamed(Func<string, string> code);

    public sealed record AnswerOf(string Code) : Value
    {
        internal override string Question => Code;
        public override RuleValue In(Situation situation) => situation.Worth(Code);
        public override Value Renamed(Func<string, string> code) => new AnswerOf(code(Code));
    }

    public sealed record Number(decimal Amount) : Value
    {
        public override RuleValue In(Situation situation) => RuleValue.Of(Amount);
        public override Value Renamed(Func<string, string> code) => this;
    }

    public sealed record Text(string Words) : Value
    {
        public override RuleValue In(Situation situation) => RuleValue.Of(Words);
        public override Value Renamed(Func<string, string> code) => this;
    }

    public sealed record Date(DateOnly Day) : Value
    {
        public override RuleValue In(Situation situation) => RuleValue.Of(Day);
        public override Value Renamed(Func<string, string> code) => this;
    }

    /// <summary>How many options of a question were chosen.</summary>
    public sealed record CountChosen(string Code) : Value
    {
        internal override string Question => Code;
        public override RuleValue In(Situation situation) => RuleValue.Of(situation.CountChosen(Code));
        public override Value Renamed(Func<string, string> code) => new CountChosen(code(Code));
    }

    /// <param name="Name">One of <see cref="Fact.All"/>.</param>
    public sealed record FactNamed(string Name) : Value
    {
        public override RuleValue In(Situation situation) => situation.Fact(Name);
        public override Value Renamed(Func<string, string> code) => this;
    }

    /// <summary>Of the values that are numbers; nothing where none is.</summary>
    public sealed record Sum(IReadOnlyList<Value> Values) : Value
    {
        internal override IReadOnlyList<Value> Parts => Values;
        public override RuleValue In(Situation situation) => Fold(Values, situation, (a, b) => a + b);
        public override Value Renamed(Func<string, string> code) => new Sum([.. Values.Select(v => v.Renamed(code))]);
        public bool Equals(Sum? other) => other is not null && Values.SequenceEqual(other.Values);
        public override int GetHashCode() => Values.Count;
    }

    public sealed record Min(IReadOnlyList<Value> Values) : Value
    {
        internal override IReadOnlyList<Value> Parts => Values;
        public override RuleValue In(Situation situation) => Fold(Values, situation, Math.Min);
        public override Value Renamed(Func<string, string> code) => new Min([.. Values.Select(v => v.Renamed(code))]);
        public bool Equals(Min? other) => other is not null && Values.SequenceEqual(other.Values);
        public override int GetHashCode() => Values.Count;
    }

    public sealed record Max(IReadOnlyList<Value> Values) : Value
    {
        internal override IReadOnlyList<Value> Parts => Values;
        public override RuleValue In(Situation situation) => Fold(Values, situation, Math.Max);
        public override Value Renamed(Func<string, string> code) => new Max([.. Values.Select(v => v.Renamed(code))]);
        public bool Equals(Max? other) => other is not null && Values.SequenceEqual(other.Values);
        public override int GetHashCode() => Values.Count;
    }

    public sealed record Arithmetic(Value Left, Operation Operation, Value Right) : Value
    {
        internal override IReadOnlyList<Value> Parts => [Left, Right];
        public override RuleValue In(Situation situation) => RuleValue.Reckon(Left.In(situation), Operation, Right.In(situation));
        public override Value Renamed(Func<string, string> code) => new Arithmetic(Left.Renamed(code), Operation, Right.Renamed(code));
    }

    private static RuleValue Fold(IReadOnlyList<Value> values, Situation situation, Func<decimal, decimal, decimal> join)
    {
        decimal? all = null;
        foreach (Value value in values)
        {
            if (value.In(situation).AsNumber is not { } number) continue;
            try { all = all is { } before ? join(before, number) : number; }
            catch (OverflowException) { return RuleValue.Nothing; }
        }
        return all is { } known ? RuleValue.Of(known) : RuleValue.Nothing;
    }
}
