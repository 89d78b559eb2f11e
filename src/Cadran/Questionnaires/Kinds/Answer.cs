using System.Globalization;
using System.Text.Json;
using Cadran.Statistics;

namespace Cadran.Questionnaires;

/// <summary>What one person said to one question: how it is stored, and what of a page shows it again.</summary>
public abstract record Answer
{
    /// <summary>What was typed; empty for an answer that was chosen.</summary>
    public virtual string Typed => "";

    /// <summary>What was typed into one of the fields beside the question's own; empty for none.</summary>
    public virtual string TypedIn(string part) => "";

    /// <summary>The free texts in it, each under the part that it was typed into: what may hold personal data.</summary>
    public virtual IReadOnlyDictionary<string, Comment> Texts => NoTexts;

    private static readonly Dictionary<string, Comment> NoTexts = [];

    /// <summary>The same answer with other free texts in the same places.</summary>
    public virtual Answer With(IReadOnlyDictionary<string, Comment> texts) => this;

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

    /// <param name="Other">What was written beside the option, where it takes a text.</param>
    public sealed record Choice(string Code, Comment? Other = null) : Answer
    {
        public override IReadOnlyDictionary<string, Comment> Texts =>
            Other is null ? NoTexts : new Dictionary<string, Comment> { [Code] = Other };

        public override Answer With(IReadOnlyDictionary<string, Comment> texts) => this with { Other = texts.GetValueOrDefault(Code) };

        public override string TypedIn(string part) => part == Code ? Other?.Text ?? "" : "";

        public override void Write(Utf8JsonWriter json)
        {
            if (Other is null) { json.WriteStringValue(Code); return; }
            json.WriteStartObject();
            json.WriteString("code", Code);
            WriteTexts(json);
            json.WriteEndObject();
        }

        public override bool Chose(string value) => value == Code;
    }

    /// <param name="Others">What was written beside options that take a text, by their codes; null for nothing.</param>
    public sealed record Choices(IReadOnlyList<string> Codes, IReadOnlyDictionary<string, Comment>? Others = null) : Answer
    {
        public override IReadOnlyDictionary<string, Comment> Texts => Others ?? NoTexts;

        public override Answer With(IReadOnlyDictionary<string, Comment> texts) => this with { Others = texts.Count > 0 ? texts : null };

        public override string TypedIn(string part) => Others?.GetValueOrDefault(part)?.Text ?? "";

        public override void Write(Utf8JsonWriter json)
        {
            if (Others is null) { WriteCodes(json); return; }
            json.WriteStartObject();
            json.WritePropertyName("codes");
            WriteCodes(json);
            WriteTexts(json);
            json.WriteEndObject();
        }

        public override bool Chose(string value) => Codes.Contains(value);

        private void WriteCodes(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            foreach (string code in Codes) json.WriteStringValue(code);
            json.WriteEndArray();
        }
    }

    /// <summary>A number for some or all options: their parts of a sum, or their places in a ranking.</summary>
    public sealed record Amounts(IReadOnlyDictionary<string, decimal> ByOption) : Answer
    {
        public override string TypedIn(string part) => ByOption.TryGetValue(part, out decimal amount) ? TypedNumber.Written(amount) : "";

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            foreach (var (option, amount) in ByOption) json.WriteNumber(option, amount);
            json.WriteEndObject();
        }

        /// <summary>A control of a ranking: the option, a point, its place.</summary>
        public override bool Chose(string value) =>
            value.LastIndexOf('.') is > 0 and int at && ByOption.TryGetValue(value[..at], out decimal amount)
            && TypedNumber.Written(amount) == value[(at + 1)..];

        public bool Equals(Amounts? other) =>
            other is not null && ByOption.Count == other.ByOption.Count && !ByOption.Except(other.ByOption).Any();

        public override int GetHashCode() => ByOption.Count;
    }

    public sealed record Number(decimal Value) : Answer
    {
        public override string Typed => TypedNumber.Written(Value);
        public override void Write(Utf8JsonWriter json) => json.WriteNumberValue(Value);
    }

    public sealed record Date(DateOnly Value) : Answer
    {
        public override string Typed => Value.ToString("O", CultureInfo.InvariantCulture);
        public override void Write(Utf8JsonWriter json) => json.WriteStringValue(Typed);
    }

    /// <summary>How long it took, and how long would have been acceptable, in the question's unit; either may be left out.</summary>
    public sealed record Duration(decimal? Actual, decimal? Acceptable) : Answer
    {
        /// <summary>It took no longer than the person finds acceptable; null where one of the two is missing.</summary>
        public bool? AcceptableMet => Actual is { } actual && Acceptable is { } acceptable ? actual <= acceptable : null;

        public override string TypedIn(string part) => (part == DurationKind.Actual ? Actual : Acceptable) is { } typed
            ? TypedNumber.Written(typed) : "";

        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            if (Actual is { } actual) json.WriteNumber(DurationKind.Actual, actual);
            if (Acceptable is { } acceptable) json.WriteNumber(DurationKind.Acceptable, acceptable);
            json.WriteEndObject();
        }
    }

    /// <summary>A word of a known form, such as a postal code, in the one way in which it is kept.</summary>
    public sealed record Word(string Text) : Answer
    {
        public override string Typed => Text;
        public override void Write(Utf8JsonWriter json) => json.WriteStringValue(Text);
    }

    public sealed record Files(IReadOnlyList<SentFile> Sent) : Answer
    {
        public override void Write(Utf8JsonWriter json)
        {
            json.WriteStartArray();
            foreach (SentFile file in Sent)
            {
                json.WriteStartObject();
                json.WriteString("id", file.Id);
                json.WriteString("name", file.Name);
                json.WriteString("type", file.Type);
                json.WriteNumber("bytes", file.Bytes);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }

        public bool Equals(Files? other) => other is not null && Sent.SequenceEqual(other.Sent);

        public override int GetHashCode() => Sent.Count;
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

    private void WriteTexts(Utf8JsonWriter json)
    {
        json.WriteStartObject("texts");
        foreach (var (part, text) in Texts)
        {
            json.WritePropertyName(part);
            text.Write(json);
        }
        json.WriteEndObject();
    }

    /// <summary>The texts that <see cref="WriteTexts"/> wrote; null for none.</summary>
    internal static Dictionary<string, Comment>? ReadTexts(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("texts", out JsonElement texts)) return null;
        var read = new Dictionary<string, Comment>();
        foreach (JsonProperty text in texts.EnumerateObject())
            if (QuestionKind.Comment.Stored(text.Value) is Comment comment) read[text.Name] = comment;
        return read.Count > 0 ? read : null;
    }
}
