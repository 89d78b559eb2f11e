using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cadran.Standards;

namespace Cadran.Web.Pages.Standards;

/// <summary>A calendar, as somebody writes it by hand: a line for each day of its own.</summary>
public sealed class CalendarForm : IValidatableObject
{
    [Display(Name = "Name"), Required(ErrorMessage = "Enter a name.")]
    [StringLength(ServiceCalendar.NameMaxLength, ErrorMessage = "Use at most {1} characters.")]
    public string? Name { get; set; }

    [Display(Name = "Public holidays of")]
    public string? Jurisdiction { get; set; }

    /// <summary>Seven times and seven times, from Monday on.</summary>
    public IList<string?> Opens { get; set; } = [];
    public IList<string?> Closes { get; set; } = [];

    [Display(Name = "Closed on other days"), StringLength(20_000, ErrorMessage = "Use at most {1} characters.")]
    public string? ClosedDays { get; set; }

    [Display(Name = "Open although it is a holiday or a weekend"), StringLength(20_000, ErrorMessage = "Use at most {1} characters.")]
    public string? OpenDays { get; set; }

    /// <summary>Of the calendar that the form was made from.</summary>
    public int Version { get; set; }

    public static CalendarForm Of(ServiceCalendar? calendar)
    {
        IReadOnlyList<OpeningHours> week = calendar?.Week ?? OpeningHours.OfficeWeek;
        OpeningHours[] fromMonday = [.. week.Skip(1), week[0]];
        return new()
        {
            Name = calendar?.Name,
            Jurisdiction = calendar?.Jurisdiction,
            Opens = [.. fromMonday.Select(d => d.IsOpen ? Time(d.From) : "")],
            Closes = [.. fromMonday.Select(d => d.IsOpen ? Time(d.To) : "")],
            ClosedDays = Lines(calendar, isOpen: false),
            OpenDays = Lines(calendar, isOpen: true),
            Version = calendar?.Version ?? 0,
        };
    }

    /// <summary>From Sunday on.</summary>
    public IReadOnlyList<OpeningHours> Week()
    {
        OpeningHours[] fromMonday = [.. Enumerable.Range(0, 7).Select(i => Day(i) ?? OpeningHours.Closed)];
        return [fromMonday[6], .. fromMonday.Take(6)];
    }

    public IReadOnlyList<OwnDay> OwnDays() =>
        [.. Days(ClosedDays, isOpen: false).OfType<OwnDay>(), .. Days(OpenDays, isOpen: true).OfType<OwnDay>()];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Jurisdictions.Find(Jurisdiction ?? "") is null)
            yield return new ValidationResult("Choose whose public holidays it keeps.", [nameof(Jurisdiction)]);
        if (Enumerable.Range(0, 7).Any(i => Day(i) is null))
            yield return new ValidationResult("Write times as 08:30, the opening before the closing; leave both empty on a closed day.",
                [nameof(Opens)]);
        if (Days(ClosedDays, false).Contains(null))
            yield return new ValidationResult("Write a day on each line as 2026-12-24, then its name.", [nameof(ClosedDays)]);
        if (Days(OpenDays, true).Contains(null))
            yield return new ValidationResult("Write a day on each line as 2026-12-24, then its name.", [nameof(OpenDays)]);
    }

    // Null for what cannot be read.
    private OpeningHours? Day(int i)
    {
        string from = Opens.ElementAtOrDefault(i)?.Trim() ?? "", to = Closes.ElementAtOrDefault(i)?.Trim() ?? "";
        if (from.Length == 0 && to.Length == 0) return OpeningHours.Closed;
        return TimeOnly.TryParseExact(from, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly opens)
            && TimeOnly.TryParseExact(to, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly closes) && closes > opens
            ? new(opens, closes) : null;
    }

    private static IEnumerable<OwnDay?> Days(string? lines, bool isOpen)
    {
        foreach (string line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            yield return DateOnly.TryParseExact(line.Split(' ')[0], "yyyy-MM-dd", out DateOnly day)
                ? new(day, isOpen, ShortText.Of(line[10..].Trim())) : null;
    }

    private static string Lines(ServiceCalendar? calendar, bool isOpen) => string.Join('\n',
        (calendar?.OwnDays ?? []).Where(d => d.IsOpen == isOpen).Select(d => $"{d.Day:yyyy-MM-dd} {d.Name}".TrimEnd()));

    private static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
