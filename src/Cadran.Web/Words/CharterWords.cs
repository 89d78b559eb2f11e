using Cadran.Commitments;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>The parts of a charter, as it speaks to whoever uses the service.</summary>
public static class CharterWords
{
    public static string Part(this IStringLocalizer text, CharterPart part) => text[Heading(part)];

    private static string Heading(CharterPart part) => part switch
    {
        CharterPart.Rights => "Your rights",
        CharterPart.Duties => "What we ask of you",
        CharterPart.Recourse => "If something goes wrong",
        CharterPart.Contact => "How to reach us",
        CharterPart.Hours => "When we are there for you",
        _ => "Access for everybody",
    };
}
