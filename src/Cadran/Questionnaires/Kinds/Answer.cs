using System.Globalization;
using System.Text.Json;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>What one person said to one question: how it is stored, and what of a page shows it again.</summary>
public abstract record Answer
{
    /// <summary>What was typed; empty for an answer that was chosen.</summary>
    public virtual string Typed => "";

    /// <summary>Writes the answer as <see cref="QuestionKind.Stored"/> reads it.</summary>
    public abstract void Write(Utf8JsonWriter json);

    /// <summary>The control with this value is the one, or one of those, that was chosen.</summary>
    public virtual bool Chose(string value) => false;

    /// <param name="Value">A point of the question's scale, as people see it.</param>
    public sealed record Rating(int Value) : Answer
    {
        public override void Write(Utf8JsonWriter json) => json.WriteNumberValue(Value);

        public override bool Chose(string value) =>
            int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int point) && point == Value;
    }

    public sealed record Choice(string Code) : Answer
    {
        public override void Write(Utf8JsonWriter json) => json.WriteStringValue(Code);

        public override bool Chose(string value) => value == Code;
    }

    public sealed record Choices(IReadOnlyList<string> Codes) : Answer
    {
        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            foreach (string code in Codes) json.WriteStringValue(code);
            json.WriteEndArray();
        }

        public override bool Chose(string value) => Codes.Contains(value);
    }

    /// <param name="Text">Masked before it is stored.</param>
    /// <param name="Masked">How many of each kind of personal data were masked, such as phone: 1. Null when none.</param>
    public sealed record Comment(string Text, IReadOnlyDictionary<string, int>? Masked = null) : Answer
    {
        public override string Typed => Text;

        public override void Write(Utf8JsonWriter json)
        {
            // Somebody may type "na" as a comment: then it is wrapped, so that it stays a text.
            if (Masked is null && NoValueCode.Find(Text) is null) { json.WriteStringValue(Text); return; }
            json.WriteStartObject();
            json.WriteString("text", Text);
            if (Masked is not null)
            {
                json.WriteStartObject("masked");
                foreach (var (kind, n) in Masked) json.WriteNumber(kind, n);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
    }

    /// <summary>No value, and which of the kinds. <see cref="NoValue.Missing"/> is never stored: the answer is absent.</summary>
    public sealed record None(NoValue Kind) : Answer
    {
        public override void Write(Utf8JsonWriter json) => json.WriteStringValue(NoValueCode.Of(Kind)?.Code);

        public override bool Chose(string value) => NoValueCode.Find(value)?.Kind == Kind;
    }
}
