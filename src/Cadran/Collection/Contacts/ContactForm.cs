using System.Text.RegularExpressions;
using PhoneNumbers;

namespace Cadran.Collection;

/// <summary>A contact in the one form in which it is compared: however it was written, the same one is the same.</summary>
public static partial class ContactForm
{
    private const int ShortestPost = 10;
    private const int LongestEmail = 254;

    /// <summary>An e-mail address without case and spaces; null for what is none.</summary>
    public static string? Email(string written)
    {
        string email = written.Trim().ToLowerInvariant();
        return email.Length <= LongestEmail && OneAt().IsMatch(email) ? email : null;
    }

    /// <summary>A telephone number in its international form; null for what is none.</summary>
    /// <param name="country">Two letters: where a number without a country code is; empty when nobody said.</param>
    public static string? Phone(string written, string country)
    {
        PhoneNumberUtil numbers = PhoneNumberUtil.GetInstance();
        string given = written.Trim().StartsWith("00", StringComparison.Ordinal) ? "+" + written.Trim()[2..] : written.Trim();
        try
        {
            PhoneNumber number = numbers.Parse(given, country.Length == 2 ? country.ToUpperInvariant() : null);
            return numbers.IsPossibleNumber(number) ? numbers.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>Name and postal address, letters and digits only; null when there is too little to know somebody by.</summary>
    public static string? Post(string name, string address)
    {
        string folded = string.Concat(FoldedText.Of(name + address).Where(char.IsLetterOrDigit));
        return address.Trim().Length > 0 && folded.Length >= ShortestPost ? folded : null;
    }

    // One sign, something on both sides and a point behind it: the rest is for the mail server to say.
    [GeneratedRegex(@"^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$")]
    private static partial Regex OneAt();
}
