using System.Text;
using Cadran.People;
using Microsoft.AspNetCore.Identity;

namespace Cadran.Web.Platform;

/// <summary>
/// Refuses passwords of twelve characters and more that are among the first to be tried: words that everybody takes, one's own name or
/// address, runs of the keyboard or of numbers, the same few signs again and again, and these with numbers or signs put to them. What is
/// left when all that is taken away must still be something.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<User>
{
    public const string Code = "PasswordCommon";
    private const int FewestLeft = 5, ShortestRun = 4, ShortestName = 4, MostAlike = 8, LongestUnit = 6, FewestSigns = 5;

    // Longest first where one holds another. Folded as below: lower case, digits and signs read as the letters they stand for.
    private static readonly string[] Words =
    [
        "administrateur", "administrator", "motdepasse", "mypassword", "password", "passphrase", "passwort", "wachtwoord", "bienvenue",
        "temporary", "temporaire", "changeme", "letmein", "iloveyou", "jetaime", "welcome", "bonjour", "sunshine", "princess", "princesse",
        "football", "baseball", "superman", "batman", "dragon", "monkey", "master", "shadow", "michael", "charlie", "soleil", "doudou",
        "chocolat", "loulou", "secret", "cadran", "canada", "quebec", "ottawa", "hockey", "service", "survey", "sondage", "summer",
        "winter", "spring", "autumn", "printemps", "automne", "hiver", "january", "janvier", "login", "admin", "guest", "demo", "hello",
        "default", "computer", "internet", "whatever", "trustno", "starwars", "freedom",
    ];

    private static readonly string[] Rows =
        ["qwertyuiop", "azertyuiop", "qwertzuiop", "asdfghjkl", "qsdfghjklm", "yxcvbnm", "zxcvbnm", "wxcvbn", "abcdefghijklmnopqrstuvwxyz"];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(IsCommon(password ?? "", $"{user.DisplayName} {user.Email}")
            ? IdentityResult.Failed(new IdentityError { Code = Code, Description = Code }) : IdentityResult.Success);

    /// <param name="own">What is known of the person: name and address, in any form.</param>
    public static bool IsCommon(string password, string own)
    {
        string lower = password.ToLowerInvariant();
        if (IsRepeated(lower)) return true;
        string[] names = [.. FoldedText.Of(own).Split([' ', '@', '.', '-', '_', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Where(n => n.Length >= ShortestName)];
        // Signs in the place of letters hide a word; taken for what they are they are only signs.
        return new[] { FoldedText.Of(lower), Letters(FoldedText.Of(lower)) }.Any(text => Left(text, names) < FewestLeft);
    }

    private static int Left(string text, IEnumerable<string> names)
    {
        foreach (string word in Words.Concat(names)) text = text.Replace(word, " ", StringComparison.Ordinal);
        foreach (string row in Rows.SelectMany(row => new[] { row, new string([.. row.Reverse()]) }))
            for (int length = row.Length; length >= ShortestRun; length--)
                for (int at = 0; at + length <= row.Length; at++)
                    text = text.Replace(row.Substring(at, length), " ", StringComparison.Ordinal);
        int letters = text.Count(char.IsLetter);
        return letters > 0 || IsRun(text) ? letters : text.Distinct().Count() > MostAlike ? text.Length : 0;
    }

    // 123456789012, 2468…, 020304…: numbers that follow a rule.
    private static bool IsRun(string text) => text.Zip(text.Skip(1), (a, b) => b - a).Distinct().Count() <= 3;

    private static bool IsRepeated(string text)
    {
        for (int unit = 1; unit <= Math.Min(LongestUnit, text.Length / 2); unit++)
            if (text.Select((c, i) => c == text[i % unit]).All(same => same)) return true;
        return text.Distinct().Count() < FewestSigns;
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text)
            letters.Append(c switch
            {
                '0' => 'o',
                '1' or '!' or '|' => 'i',
                '3' => 'e',
                '4' or '@' => 'a',
                '5' or '$' => 's',
                '7' => 't',
                '8' => 'b',
                _ => c,
            });
        return letters.ToString();
    }
}
