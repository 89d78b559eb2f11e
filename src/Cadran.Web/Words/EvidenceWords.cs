using System.Globalization;
using Cadran.Improvement;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Whether evidence is as it was cited, in the words of every page, list and file.</summary>
public static class EvidenceWords
{
    /// <summary>A key of the localiser; null where nothing is to be said.</summary>
    public static string? Word(EvidenceState state) => state switch
    {
        EvidenceState.Withdrawn => "evidence withdrawn",
        EvidenceState.Changed => "evidence changed",
        _ => null,
    };

    /// <summary>The tag of a list or a chain; nothing for evidence that is as it was cited.</summary>
    public static IHtmlContent Tag(this IStringLocalizer text, EvidenceState state) =>
        Word(state) is { } word ? StateMarkup.Tag(text[word], state == EvidenceState.Withdrawn ? "bad" : "warn") : HtmlString.Empty;

    /// <summary>One thing that happened: when, by whom, what and why.</summary>
    public static string Said(this IStringLocalizer text, EvidenceMove move)
    {
        string what = Happened(text, move);
        return move.Reason is { Length: > 0 } reason ? $"{what} {text["Reason: {0}", reason].Value}" : what;
    }

    private static string Happened(IStringLocalizer text, EvidenceMove move)
    {
        string day = move.AtUtc is { } at ? at.Long() : "", by = move.By.Length > 0 ? move.By : text["somebody"];
        return move.Kind switch
        {
            EvidenceMoveKind.TakenBack => text.Plural("On {1}, {2} took back the file {3} of wave {4}, {0} answer.|"
                + "On {1}, {2} took back the file {3} of wave {4}, {0} answers.", move.Answers, day, by, move.What, move.Wave),
            EvidenceMoveKind.SetAside => text.Plural("On {1}, {2} set aside {0} online answer of wave {4}, {3}.|"
                + "On {1}, {2} set aside {0} online answers of wave {4}, {3}.", move.Answers, day, by, Span(text, move.What), move.Wave),
            EvidenceMoveKind.Imported => text.Plural("On {1}, {2} imported the file {3} into wave {4}, {0} answer.|"
                + "On {1}, {2} imported the file {3} into wave {4}, {0} answers.", move.Answers, day, by, move.What, move.Wave),
            EvidenceMoveKind.PutBack => text.Plural("On {1}, {2} put back {0} online answer of wave {4}, {3}.|"
                + "On {1}, {2} put back {0} online answers of wave {4}, {3}.", move.Answers, day, by, Span(text, move.What), move.Wave),
            EvidenceMoveKind.Days => day.Length == 0
                ? text["The days of wave {0} are others. They were {1}.", move.Wave, Span(text, move.What)]
                : text["On {0}, {1} changed the days of wave {2}. They were {3}.", day, by, move.Wave, Span(text, move.What)],
            EvidenceMoveKind.Weighted => text["On {0}, {1} put weights on the answers of wave {2}.", day, by, move.Wave],
            EvidenceMoveKind.Unweighted => text["On {0}, {1} took the weights off the answers of wave {2}.", day, by, move.Wave],
            _ => text.Plural("Wave {1} had {2} answers then, and has {0} now.|Wave {1} had {2} answers then, and has {0} now.",
                move.Answers, move.Wave, Number(move.What)),
        };
    }

    // Two days as the domain writes them: 2026-03-01/2026-03-31.
    private static string Span(IStringLocalizer text, string days)
    {
        DateOnly[] ends = [.. days.Split('/').Select(d => DateOnly.ParseExact(d, "yyyy-MM-dd", CultureInfo.InvariantCulture))];
        return text["from {0} to {1}", ends[0].Long(), ends[1].Long()];
    }

    private static string Number(string written) =>
        long.Parse(written, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.CurrentCulture);
}
