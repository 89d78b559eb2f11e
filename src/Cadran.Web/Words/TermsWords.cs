using System.Globalization;
using Cadran.Standards;
using Cadran.Statistics.Control;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Words;

/// <summary>Limits, periods and what a control chart says, in words.</summary>
public static class TermsWords
{
    /// <summary>A length of time in the unit of a standard.</summary>
    public static string Time(double length, TimeUnit unit, IStringLocalizer<Text> text)
    {
        string number = length.ToString("#,0.##", CultureInfo.CurrentCulture);
        bool one = length == 1;
        return unit switch
        {
            TimeUnit.Seconds => one ? text["{0} second", number] : text["{0} seconds", number],
            TimeUnit.Minutes => one ? text["{0} minute", number] : text["{0} minutes", number],
            TimeUnit.Hours => one ? text["{0} hour", number] : text["{0} hours", number],
            TimeUnit.Days => one ? text["{0} day", number] : text["{0} days", number],
            _ => one ? text["{0} business day", number] : text["{0} business days", number],
        };
    }

    /// <summary>A month by its name, a quarter by its number.</summary>
    public static string Period(ReportingPeriod period, IStringLocalizer<Text> text) => period.Months == ReportingPeriod.Quarter
        ? text["quarter {0} of {1}", (period.From.Month + 2) / 3, period.From.Year.ToString(CultureInfo.InvariantCulture)]
        : period.From.ToString("Y", CultureInfo.CurrentCulture);

    public static string Absence(TargetAbsence absence, IStringLocalizer<Text> text) => absence switch
    {
        TargetAbsence.NotInForce => text["not in force in that year"],
        TargetAbsence.NotMeasured => text["its cases are not counted yet"],
        TargetAbsence.NoCases => text["nobody asks for the service in that year"],
        _ => text["suspended: something outside the service made it impossible"],
    };

    public static string Source(PeriodSource source, IStringLocalizer<Text> text) => source switch
    {
        PeriodSource.Cases => text["counted from cases"],
        PeriodSource.File => text["from a file"],
        _ => text["typed in"],
    };

    /// <summary>The rules that a point of the chart broke.</summary>
    public static IEnumerable<string> Signals(ChartSignals signals, IStringLocalizer<Text> text)
    {
        if (signals.HasFlag(ChartSignals.BeyondLimits)) yield return text["beyond the control limits"];
        if (signals.HasFlag(ChartSignals.TwoOfThree)) yield return text["two of three points beyond two sigma on one side"];
        if (signals.HasFlag(ChartSignals.FourOfFive)) yield return text["four of five points beyond one sigma on one side"];
        if (signals.HasFlag(ChartSignals.Run)) yield return text["eight points in a row on one side of the centre"];
    }

    public static string Chart(ChartKind kind, IStringLocalizer<Text> text) => kind switch
    {
        ChartKind.P => text["p chart: limits from the number of cases"],
        ChartKind.Laney => text["Laney p′ chart: limits widened by what periods differ beyond chance"],
        _ => text["XmR chart: limits from how much neighbouring periods differ"],
    };

    public static string Why(CaseReason reason, IStringLocalizer<Text> text) => reason switch
    {
        CaseReason.OtherCells => text["It has more or fewer cells than the header."],
        CaseReason.NoStart => text["It does not say when the case began."],
        CaseReason.NoTime => text["A time is not written as 2026-03-31 or 2026-03-31T14:05."],
        CaseReason.OutOfRange => text["The case began before 1990 or after 2037."],
        CaseReason.EndsBeforeStart => text["The case ends before it begins."],
        CaseReason.AfterTheDay => text["The case begins or ends after the last day that the file knows."],
        CaseReason.NoPause => text["The pauses are no number and no spans such as 2026-03-02/2026-03-05 within the case."],
        CaseReason.PauseTooLong => text["The pauses are longer than the case."],
        CaseReason.OtherChannel => text["It came through another channel than the standard is about."],
        _ => text["It is of another service."],
    };
}
