using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Platform;

/// <summary>What Identity refuses, in words that say what to do next.</summary>
internal static class AccountErrors
{
    public static string Say(IdentityError error, IStringLocalizer<Text> text) => error.Code switch
    {
        "PasswordTooShort" or "PasswordRequiresUniqueChars" => text["Choose a password of at least 12 characters."],
        CommonPasswords.Code =>
            text["This password is among the first that are tried. Choose another: a few words that do not belong together do well."],
        "InvalidToken" or "ConcurrencyFailure" => text["This link has been used or is too old. Ask for a new one."],
        _ => text["Enter an e-mail address such as name@example.org."],
    };
}
