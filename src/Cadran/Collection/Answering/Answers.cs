using System.Text;
using System.Text.Json;
using Cadran.Questionnaires;
using Cadran.Statistics;

namespace Cadran.Collection;

/// <summary>
/// The answers of one person by item code, in the order they were asked, and their JSON: a rating is a number, a choice its option
/// code, several choices an array, a comment a text, or <c>{"text": …, "masked": {"phone": 1}}</c> when something in it was masked.
/// The kinds of no value are the texts of <see cref="NoValueCode"/>, which therefore are no option codes; a missing answer is absent.
/// </summary>
public sealed class Answers
{
    private readonly Dictionary<string, Answer> byCode = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, Answer> ByCode => byCode;
    public Answer? this[string code] => byCode.GetValueOrDefault(code);
    public int Count => byCode.Count;

    /// <summary>What random orders were drawn with, kept with the answers; null where nothing was drawn.</summary>
    public int? Seed { get; set; }

    /// <summary>The key of <see cref="Seed"/>: no code of a question begins like it.</summary>
    public const string SeedKey = "~seed";

    /// <summary>Sets or, with null or missing, takes away the answer to an item.</summary>
    public Answers Set(string code, Answer? answer)
    {
        byCode.Remove(code);
        if (answer is not null and not Answer.None { Kind: NoValue.Missing }) byCode.Add(code, answer);
        return this;
    }

    /// <summary>The JSON, in the order of the items given and without what is not among them.</summary>
    public string ToJson(IEnumerable<string> order)
    {
        AnswerJson json = AnswerJson.Begin();
        json.Writer.WriteStartObject();
        foreach (string code in order)
            if (byCode.TryGetValue(code, out Answer? answer)) { json.Writer.WritePropertyName(code); answer.Write(json.Writer); }
        if (Seed is { } seed) json.Writer.WriteNumber(SeedKey, seed);
        json.Writer.WriteEndObject();
        return Encoding.UTF8.GetString(json.Written);
    }

    /// <summary>What is kept of them once they are sent: what a rule hides was not asked, whatever was said before it was hidden.</summary>
    public Answers Settled(AskedPath path, IEnumerable<Question> questions)
    {
        var settled = new Answers { Seed = Seed };
        foreach (Question question in questions.Where(q => q.Kind.HasAnswer)) settled.Set(question.Code, path.Answer(question.Code));
        return settled;
    }

    public string ToJson() => ToJson(byCode.Keys);

    /// <summary>
    /// Reads the stored answers of one person whole, comments included, to be shown, changed or sent. A wave of a million is read by
    /// <see cref="AnswerScanner"/> and <see cref="AnswerParser"/>; what a value is worth is the question's kind's to say in all three.
    /// </summary>
    /// <param name="find">The question with that code; answers to none are left out.</param>
    public static Answers Parse(string json, Func<string, Question?> find)
    {
        var answers = new Answers();
        using JsonDocument document = JsonDocument.Parse(json);
        foreach (JsonProperty property in document.RootElement.EnumerateObject())
            if (property.Name == SeedKey && property.Value.TryGetInt32(out int seed)) answers.Seed = seed;
            else if (find(property.Name) is { } question) answers.Set(property.Name, question.Kind.Stored(property.Value));
        return answers;
    }
}
