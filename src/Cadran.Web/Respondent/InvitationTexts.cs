using System.Globalization;
using Cadran.Collection;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Respondent;

/// <summary>What messages say until somebody writes them anew, in each language of the questionnaire.</summary>
public sealed class InvitationTexts(IStringLocalizer<Text> text)
{
    public IReadOnlyList<MailText> Usual(IEnumerable<string> languages, LinkKind links) =>
        [.. languages.SelectMany(language => Enum.GetValues<MailKind>().Select(kind => Usual(kind, language, links)))];

    private MailText Usual(MailKind kind, string language, LinkKind links)
    {
        (CultureInfo culture, CultureInfo words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Respondents[language];
        try { return new(kind, language, Subject(kind), string.Join("\n\n", Paragraphs(kind, links == LinkKind.Personal))); }
        finally { (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, words); }
    }

    private string Subject(MailKind kind) => kind switch
    {
        MailKind.Invitation => text["How was it for you? {0}", MailMerge.Service],
        MailKind.Letter => text["How was it for you? {0}", MailMerge.Service],
        MailKind.Reminder => text["Reminder: {0}", MailMerge.Service],
        _ => text["Thank you: {0}", MailMerge.Service],
    };

    private IEnumerable<string> Paragraphs(MailKind kind, bool personal)
    {
        yield return text["Hello,"];
        if (kind is MailKind.Invitation or MailKind.Letter)
            yield return text["{0} asks some of its clients about: {1}. You were drawn by chance, and your answers stand for others too.",
                MailMerge.Organisation, MailMerge.Service];
        else if (kind == MailKind.Thanks)
            yield return personal ? text["Thank you for your answers about: {0}. The survey is over.", MailMerge.Service]
                : text["Thank you to everybody who has answered about: {0}. The survey is over.", MailMerge.Service];
        else
            yield return personal ? text["We have no answers yet with the link that we sent you about: {0}.", MailMerge.Service]
                : text["Some days ago we asked you about: {0}. If you have answered, thank you: there is nothing more to do.",
                    MailMerge.Service];
        if (kind != MailKind.Thanks)
        {
            yield return text["Answer until {0}:", MailMerge.LastDay] + "\n" + MailMerge.Link;
            if (kind == MailKind.Letter)
                yield return personal ? text["Type the code of this letter there, or scan the square with your telephone."]
                    : text["Type this address, or scan the square with your telephone."];
            yield return personal
                ? text["The link is yours alone and counts once. Whether it was used is known, so that you are not reminded in vain; what "
                    + "you answer is linked to nobody."]
                : text["The link is the same for everybody: who has answered is known to nobody."];
        }
        yield return MailMerge.Organisation;
        yield return kind == MailKind.Letter ? text["If you do not want to be asked any more, tell us so."]
            : text["If you do not want to be asked any more:"] + "\n" + MailMerge.Stop;
    }
}
