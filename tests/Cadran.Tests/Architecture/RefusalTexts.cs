using System.Text.RegularExpressions;
using System.Xml.Linq;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>A text somebody reads when something is refused, and the module it belongs to.</summary>
/// <param name="Module">Folder of the module; tests that prove the text are in the folder of that name. Empty: anywhere.</param>
internal sealed record RefusalText(string Module, string Text, string File)
{
    /// <summary>What stands between the placeholders.</summary>
    public static IEnumerable<string> Fixed(string text) => Regex.Split(text, @"\{[^}]*\}").Select(part => part.Trim()).Where(part => part.Length > 0);
}

/// <summary>Reads the refusals out of the sources: arguments of what refuses, messages of attributes, and the few files that hold only such texts.</summary>
internal static partial class RefusalTexts
{
    private static readonly string[] Modules = ["People", "Catalogue", "Questionnaires", "Collection", "Insight", "Improvement", "Reporting"];
    private static readonly string[] OnlyRefusals = ["AccountErrors.cs", "Error.cshtml.cs", "Notice.cshtml", "_ProblemWords.cshtml", "QualityRules.cs"];

    public static IReadOnlyList<RefusalText> Read()
    {
        string[] files = [.. Sources.Files(Path.Combine(Sources.Root, "src"), "*.cs"), .. Sources.Files(Sources.Web, "*.cshtml")];
        return
        [
            .. from file in files
               where !file.Contains("Cadran.Statistics", StringComparison.Ordinal)
               from text in Texts(Path.GetFileName(file), File.ReadAllText(file))
               group file by (Module(file), text) into places
               select new RefusalText(places.Key.Item1, places.Key.text, Path.GetFileName(places.First())),
        ];
    }

    public static IReadOnlyDictionary<string, string> French { get; } = XDocument.Load(Path.Combine(Sources.Web, "Resources", "Text.fr.resx")).Root!.Elements("data")
        .GroupBy(d => (string)d.Attribute("name")!).ToDictionary(g => g.Key, g => (string)g.First().Element("value")!);

    /// <summary>Every piece of text in quotation marks.</summary>
    public static IEnumerable<string> Literals(string source) => Literal().Matches(source).Select(m => Plain(m.Groups[1].Value));

    private static IEnumerable<string> Texts(string file, string source)
    {
        IEnumerable<string> found = OnlyRefusals.Contains(file) ? Literals(source)
            : Refusing().Matches(source).Where(m => !source[..m.Index].EndsWith("class ", StringComparison.Ordinal) && !source[..m.Index].EndsWith("record ", StringComparison.Ordinal))
                .SelectMany(m => Literals(Arguments(source, m.Index + m.Length - 1)))
                .Concat(Message().Matches(source).Select(m => Plain(m.Groups[1].Value)));
        return found.Where(text => text.Length >= 10 && text.Contains(' ', StringComparison.Ordinal) && (char.IsUpper(text[0]) || text[0] is '“' or '{')).Distinct();
    }

    // From an opening parenthesis to the one that closes it.
    private static string Arguments(string source, int open)
    {
        int depth = 0, at = open;
        for (bool quoted = false; at < source.Length; at++)
        {
            char c = source[at];
            if (quoted && c == '\\') at++;
            else if (c == '"') quoted = !quoted;
            else if (!quoted && c == '(') depth++;
            else if (!quoted && c == ')' && --depth == 0) break;
        }
        return source[open..Math.Min(at, source.Length)];
    }

    private static string Module(string file)
    {
        string[] parts = Path.GetRelativePath(Path.Combine(Sources.Root, "src"), file).Split(Path.DirectorySeparatorChar);
        string module = parts[0] == "Cadran.Web" && parts[1] == "Pages" ? parts[2] : parts[1];
        return module == "Answer" ? "Collection" : Modules.Contains(module) ? module : "";
    }

    private static string Plain(string literal) => Regex.Unescape(literal.Replace("\\\"", "\"", StringComparison.Ordinal));

    [GeneratedRegex("""\b(?:RuleViolationException|CsvException|CsvError|AddModelError|Wrong|ValidationResult|QualityFinding|Tell|Refused|Refuse|SetAttemptedValueIsInvalidAccessor|SetNonPropertyAttemptedValueIsInvalidAccessor|SetValueMustNotBeNullAccessor)\(|\.Error\(|\b[Ff]ail\(|yield return new\(|new\(\[\], """)]
    private static partial Regex Refusing();

    [GeneratedRegex("""(?:ErrorMessage\s*=|const string (?:TooLong|NotAnOption)\s*=|\berror\s*=|j\.Error,|Attribute =>|: new\(\[\],|Said\([^)]*\)\) : new\(\[\],)\s*\$?"((?:[^"\\]|\\.)+)"[,;)\s]""")]
    private static partial Regex Message();

    [GeneratedRegex(""""\$?"((?:[^"\\\r\n]|\\.)*)"""")]
    private static partial Regex Literal();
}
