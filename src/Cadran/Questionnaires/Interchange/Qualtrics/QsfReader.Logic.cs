using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cadran.Questionnaires;

/// <summary>Display logic and branches of Qualtrics: sets of comparisons, each joined to the one before.</summary>
internal sealed partial class QsfReader
{
    private ForeignRule? Logic(JsonElement logic)
    {
        ForeignExpression? all = null;
        var source = new List<string>();
        bool known = true;
        foreach (JsonProperty set in ((JsonElement?)logic).Members().Where(p => p.Value.ValueKind == JsonValueKind.Object))
        {
            ForeignExpression? one = null;
            foreach (JsonProperty part in set.Value.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object))
            {
                JsonElement said = part.Value;
                source.Add(PlainText.Of(said.Said("Description")).Text is { Length: > 0 } words ? words
                    : $"{said.Said("LeftOperand")} {said.Said("Operator")} {said.Said("RightOperand")}");
                ForeignExpression? means = Said(said);
                known &= means is not null;
                if (means is not null)
                    one = one is null ? means : new ForeignExpression.Binary(IsOr(said.Said("Conjuction") + said.Said("Conjunction"))
                        ? "or" : "and", one, means);
            }
            if (one is not null)
                all = all is null ? one : new ForeignExpression.Binary(set.Value.Said("Type") is "AndIf" ? "and" : "or", all, one);
        }
        return source.Count == 0 ? null : new(string.Join("; ", source), known ? all : null);
    }

    private static bool IsOr(string word) => word.Contains("or", StringComparison.OrdinalIgnoreCase);

    private ForeignExpression? Said(JsonElement said)
    {
        if (said.Said("LogicType") is not ("Question" or "")) return null;
        string locator = said.Said("ChoiceLocator") is { Length: > 0 } chosen ? chosen : said.Said("LeftOperand");
        if (Locator().Match(locator) is not { Success: true } match) return null;
        var name = new ForeignExpression.Name(match.Groups["id"].Value);
        string choice = match.Groups["choice"].Value, right = said.Said("RightOperand");
        if (said.Said("Operator") is "Selected" or "NotSelected" or "Displayed" or "NotDisplayed")
        {
            if (choice.Length == 0 || !questions.TryGetValue(name.Called, out JsonElement question)) return null;
            var chose = new ForeignExpression.Call("selected", [name, new ForeignExpression.Literal(Recoded(question, choice))]);
            return said.Said("Operator") switch { "Selected" => chose, "NotSelected" => new ForeignExpression.Not(chose), _ => null };
        }
        string? sign = said.Said("Operator") switch
        {
            "EqualTo" => "=",
            "NotEqualTo" => "!=",
            "GreaterThan" => ">",
            "GreaterThanOrEqual" => ">=",
            "LessThan" => "<",
            "LessThanOrEqual" => "<=",
            _ => null,
        };
        if (said.Said("Operator") is "Empty" or "NotEmpty")
            return new ForeignExpression.Call(said.Said("Operator").ToLowerInvariant(), [name]);
        return sign is null ? null : new ForeignExpression.Binary(sign, name, new ForeignExpression.Literal(right,
            decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null));
    }

    /// <summary>The value that answers have for a choice, by its number in the file.</summary>
    private static string Recoded(JsonElement question, string choice) =>
        question.At("RecodeValues")?.Said(choice) is { Length: > 0 } recoded ? recoded : choice;

    [GeneratedRegex(@"^q://(?<id>QID\d+)(?:/(?:Select\w{1,40}|Choice\w{1,40})(?:/(?<choice>\w+))?)?$")]
    private static partial Regex Locator();
}
