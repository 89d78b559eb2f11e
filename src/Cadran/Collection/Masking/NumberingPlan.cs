using PhoneNumbers;

namespace Cadran.Collection;

/// <summary>Telephone numbers by the numbering plan of a country.</summary>
internal static class NumberingPlan
{
    // Digits without which no text holds a number, and attempts after which a text is not read on: no text can make this slow.
    private const int FewestDigits = 7, MostAttempts = 200;

    public static IReadOnlyList<(int Start, int Length)> Find(string text, string country)
    {
        if (text.Count(char.IsAsciiDigit) < FewestDigits) return [];
        return
        [
            .. from match in PhoneNumberUtil.GetInstance().FindNumbers(text, country, PhoneNumberUtil.Leniency.VALID, MostAttempts)
               where StartsAsDialled(match.RawString, country)
               select (match.Start, match.RawString.Length),
        ];
    }

    // The plan takes any nine digits for a number without its 0: people write it, and amounts and file numbers have none.
    private static bool StartsAsDialled(string number, string country) =>
        country is "CA" or "US" || number[0] == '+' || number.First(char.IsAsciiDigit) == '0';
}
