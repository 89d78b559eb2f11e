using System.Globalization;

namespace Cadran.Collection;

/// <summary>
/// What numbers that identify people fulfil, so that amounts, dates and file numbers are not taken for them. Sources: ISO 7812 (cards and
/// the Canadian number), ISO 13616 (IBAN), ISO 7064 (the German number), the rules of the registers of Belgium, France, the Netherlands,
/// the United Kingdom and the United States.
/// </summary>
internal static class CheckDigits
{
    /// <summary>Characters of the match that fulfil the check, from its first; 0 when they do not.</summary>
    public static int Holds(string check, string match)
    {
        if (check == "card") return Card(match);
        string plain = string.Concat(match.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        bool holds = check switch
        {
            "luhn" => Luhn(plain),
            "iban" => Iban(plain),
            "niss" => Niss(plain),
            "nir" => Nir(plain),
            "bsn" => Bsn(plain),
            "steuer" => Steuer(plain),
            "nino" => plain[..2] is not ("BG" or "GB" or "NK" or "KN" or "TN" or "NT" or "ZZ"),
            "ssn" => plain[0] != '9' && plain[..3] is not ("000" or "666") && plain[3..5] != "00" && plain[5..] != "0000",
            _ => throw new ArgumentOutOfRangeException(nameof(check), check, "No such check."),
        };
        return holds ? match.Length : 0;
    }

    // A card number may stand before other digits, such as its last month.
    private static int Card(string match)
    {
        const int fewest = 13;
        int digits = 0, longest = 0;
        for (int i = 0; i < match.Length; i++)
        {
            if (!char.IsAsciiDigit(match[i])) continue;
            bool ends = i + 1 == match.Length || !char.IsAsciiDigit(match[i + 1]);
            if (++digits >= fewest && ends && Luhn(string.Concat(match[..(i + 1)].Where(char.IsAsciiDigit)))) longest = i + 1;
        }
        return longest;
    }

    private static bool Luhn(string digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }

    // Country and check digits behind the rest, letters as numbers from 10: the remainder by 97 is 1.
    private static bool Iban(string plain)
    {
        int rest = 0;
        foreach (char c in plain[4..] + plain[..4])
            rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        return rest == 1;
    }

    // Belgium: the last two digits are 97 less the remainder of the first nine, before which a 2 stands for those born since 2000.
    private static bool Niss(string digits)
    {
        long number = Number(digits[..9]), check = Number(digits[9..]);
        return check == 97 - number % 97 || check == 97 - (2_000_000_000 + number) % 97;
    }

    // France: the same with thirteen digits; the departments of Corsica stand for numbers.
    private static bool Nir(string plain)
    {
        string digits = plain.Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal);
        return digits.All(char.IsAsciiDigit) && Number(digits[13..]) == 97 - Number(digits[..13]) % 97;
    }

    // The Netherlands: weights from nine down to two, the last digit counts against; eleven divides the sum.
    private static bool Bsn(string digits)
    {
        int sum = -(digits[8] - '0');
        for (int i = 0; i < 8; i++) sum += (9 - i) * (digits[i] - '0');
        return sum != 0 && sum % 11 == 0;
    }

    // Germany: ISO 7064 modulus 11,10; among the first ten digits one stands twice or three times, and at most one of them.
    private static bool Steuer(string digits)
    {
        int product = 10;
        for (int i = 0; i < 10; i++)
        {
            int sum = (digits[i] - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        int[] repeated = [.. digits[..10].CountBy(c => c).Select(c => c.Value).Where(n => n > 1)];
        return (11 - product) % 10 == digits[10] - '0' && repeated is [2 or 3];
    }

    private static long Number(string digits) => long.Parse(digits, CultureInfo.InvariantCulture);
}
