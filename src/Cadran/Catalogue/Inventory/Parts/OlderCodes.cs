namespace Cadran.Catalogue;

/// <summary>Codes of files of 2016 to 2020 as they are written today; one that means nothing today is kept as it is.</summary>
internal static class OlderCodes
{
    private static readonly Dictionary<string, string> Today = new(StringComparer.Ordinal)
    {
        ["TIME"] = "TML",
        ["ACCES"] = "ACS",
        ["ACCUR"] = "ACY",
        ["IP"] = "PERSON",
        ["NONE"] = "NON",
        ["PERSONS"] = "PERSON",
        ["SOCIETAL"] = "SOCIETY",
        ["EX"] = "EXTERN",
        ["IN"] = "INTERN",
    };

    public static string Of(string code) =>
        code.ToUpperInvariant() is var upper && Today.TryGetValue(upper, out string? today) ? today : upper;
}
