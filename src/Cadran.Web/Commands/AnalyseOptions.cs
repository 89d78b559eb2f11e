using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.RegularExpressions;
using Cadran.Insight;
using Cadran.Statistics;

namespace Cadran.Web.Commands;

internal sealed record AnalyseRequest(string File, AnalysisColumns Columns, AnalysisOptions Options, string Format, string? Out);

/// <summary>The arguments of <c>analyse</c> (docs/analyse.md), refused as wrong before a row is read.</summary>
internal sealed partial class AnalyseOptions
{
    private const string Column = "COL", Columns = "COL,…", Codes = "CODE,…";

    private readonly Argument<FileInfo> file = new("FILE") { Description = "CSV file, plain or gzip, or XLSX workbook." };
    private readonly Option<string> overall = new("--overall")
    {
        Description = "Column with the overall rating.",
        HelpName = Column,
        Required = true,
    };
    private readonly Option<string[]> drivers = List("--drivers", Columns,
        "Columns with the drivers, separated by commas; a name that holds a comma in quotation marks.");
    private readonly Option<string[]> driver = new("--driver")
    {
        Description = "Column with a driver, whatever its name holds; may be given several times.",
        HelpName = Column,
    };
    private readonly Option<SaidOfColumns<Scale>> scale = new("--scale")
    {
        Description = "Lowest and highest rating, such as 0-10; 1-5 if not given. COL=0-10 says it of one column; "
            + "may be given several times.",
        HelpName = "[COL=]LOW-HIGH",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = given =>
            SaidOfColumns<Scale>.Read(given.Tokens.Select(t => t.Value), text => ReadScale(given, text), (_, last) => last),
    };
    private readonly Option<string?> weight = new("--weight") { Description = "Column with sampling weights.", HelpName = Column };
    private readonly Option<string?> strata = new("--strata") { Description = "Column with the stratum.", HelpName = Column };
    private readonly Option<string?> cluster = new("--cluster")
    {
        Description = "Column with the cluster, read within its stratum.",
        HelpName = Column,
    };
    private readonly Option<string?> population = new("--population")
    {
        Description = "Column with the number of clusters (or units, without --cluster) in the stratum.",
        HelpName = Column,
    };
    private readonly Option<string[]> by = List("--by", Columns, "Columns to report by.");
    private readonly Option<string?> wave = new("--wave")
    {
        Description = "Column with the wave; changes from each wave to the next are tested.",
        HelpName = Column,
    };
    private readonly Option<string[]> waveOrder = List("--wave-order", "WAVE,…",
        "The waves from the first to the last; if not given, in order of their dates, else as the file has them.");
    private readonly Option<SaidOfColumns<IReadOnlyList<string>>> missing = CodesOf("--missing",
        "Cells that mean no answer, beside blank and NA. COL=9 says it of one column, instead of what is said of all.");
    private readonly Option<SaidOfColumns<IReadOnlyList<string>>> notApplicable = CodesOf("--not-applicable",
        "Cells that mean: does not apply. COL=6 says it of one column.");
    private readonly Option<string[]> keep = List("--keep", "REASON,…",
        $"Rows to count that are left out otherwise: {string.Join(", ", Csv.RowReason.Keepable)}.");
    private readonly Option<int?> threshold = new("--threshold")
    {
        Description = "Lowest rating of a driver that counts as a pass; the best 40 % of the points if not given.",
        HelpName = "RATING",
        CustomParser = Whole,
    };
    private readonly Option<int?> minimum = new("--min-cell")
    {
        Description = "Nothing is shown about fewer people; 5 if not given.",
        HelpName = "PEOPLE",
        CustomParser = Whole,
    };
    private readonly Option<int?> perDriver = new("--people-per-driver")
    {
        Description = "Complete answers that each driver asks for before any is explained; 10 if not given.",
        HelpName = "PEOPLE",
        CustomParser = Whole,
    };
    private readonly Option<double?> line = new("--line")
    {
        Description = "Fixed line between low and high scores of the priorities, such as 75; the drivers' mean if not given.",
        HelpName = "SCORE",
        CustomParser = Share,
    };
    private readonly Option<double?> confidence = new("--confidence")
    {
        Description = "Confidence level of intervals; 0.95 if not given.",
        HelpName = "SHARE",
        CustomParser = Share,
    };
    private readonly Option<string> format = new("--format")
    {
        Description = "How to write it; table if not given.",
        HelpName = "table|json|html",
    };
    private readonly Option<string?> output = new("--out") { Description = "File to write instead of standard output.", HelpName = "FILE" };

    public Command On(Command command)
    {
        format.AcceptOnlyFromAmong("table", "json", "html");
        command.Arguments.Add(file);
        foreach (Option option in (Option[])
        [
            overall, drivers, driver, scale, weight, strata, cluster, population, by, wave, waveOrder,
            missing, notApplicable, keep, threshold, line, perDriver, minimum, confidence, format, output,
        ])
            command.Options.Add(option);
        command.Validators.Add(given =>
        {
            if (given.GetResult(drivers) is not null || given.GetResult(driver) is not null) return;
            given.AddError("Option '--drivers' is required, or '--driver' for each of them.");
            // What else is missing is not looked for after an error, and is to be said at once.
            if (given.GetResult(overall) is null) given.AddError("Option '--overall' is required.");
            if (given.GetResult(file) is null or { Tokens.Count: 0 }) given.AddError("Required argument missing: FILE.");
        });
        return command;
    }

    public AnalyseRequest Read(ParseResult given) => new(
        given.GetRequiredValue(file).FullName,
        new()
        {
            Overall = given.GetRequiredValue(overall),
            Drivers = Drivers(given),
            Scale = given.GetValue(scale)?.OfAll ?? Scale.FivePoint,
            Scales = given.GetValue(scale)?.Of ?? new Dictionary<string, Scale>(),
            Weight = given.GetValue(weight),
            Strata = given.GetValue(strata),
            Cluster = given.GetValue(cluster),
            Population = given.GetValue(population),
            By = given.GetValue(by) ?? [],
            Wave = given.GetValue(wave),
            WaveOrder = given.GetValue(waveOrder) ?? [],
            Missing = given.GetValue(missing)?.OfAll ?? [],
            NotApplicable = given.GetValue(notApplicable)?.OfAll ?? [],
            MissingOf = given.GetValue(missing)?.Of ?? new Dictionary<string, IReadOnlyList<string>>(),
            NotApplicableOf = given.GetValue(notApplicable)?.Of ?? new Dictionary<string, IReadOnlyList<string>>(),
            Keep = new HashSet<string>(given.GetValue(keep) ?? []),
        },
        new()
        {
            PassAt = given.GetValue(threshold),
            MinimumCell = given.GetValue(minimum) ?? DisclosurePolicy.MinimumPeople,
            Confidence = given.GetValue(confidence) ?? 0.95,
            Line = given.GetValue(line),
            PeoplePerDriver = given.GetValue(perDriver) ?? AnalysisOptions.LeastPeoplePerDriver,
        },
        given.GetValue(format) ?? "table", given.GetValue(output));

    /// <summary>What each option may be by itself but not together with the others, or not with the files there are.</summary>
    public IEnumerable<string> Wrong(ParseResult given)
    {
        if (given.GetRequiredValue(file) is { Exists: false } absent) yield return $"There is no file {absent.FullName}.";
        string[] names = Drivers(given);
        if (names.Length == 0) yield return "--drivers names no column: name the drivers with --drivers or --driver.";
        const int most = Statistics.Drivers.RelativeImportance.MaximumDrivers;
        if (names.Length > most) yield return $"--drivers names {names.Length} columns; {most} is the most that can be analysed.";
        foreach (string twice in names.Append(given.GetRequiredValue(overall)).GroupBy(n => n).Where(n => n.Count() > 1).Select(n => n.Key))
            yield return $"The column {twice} is named twice among overall and drivers.";
        if (given.GetValue(minimum) < 1) yield return "--min-cell is 1 or more.";
        if (given.GetValue(perDriver) < 1) yield return "--people-per-driver is 1 or more.";
        if (given.GetValue(line) is { } score && !(score is >= 0 and <= 100)) yield return "--line lies between 0 and 100, such as 75.";
        if (given.GetValue(confidence) is { } level
            && !(level > 0 && level < 1)) yield return "--confidence lies between 0 and 1, such as 0.95.";
        SaidOfColumns<Scale>? said = given.GetValue(scale);
        foreach (Scale points in names.Select(n => said?.Of.GetValueOrDefault(n) ?? said?.OfAll ?? Scale.FivePoint).Distinct())
            if (given.GetValue(threshold) is { } pass && (pass <= points.Minimum || pass > points.Maximum))
                yield return $"--threshold lies above {points.Minimum} and at most at {points.Maximum}.";
        if (given.GetValue(waveOrder) is { Length: > 0 } order)
        {
            if (given.GetValue(wave) is null) yield return "--wave-order orders the waves of --wave: name that column too.";
            if (order.Length != order.Distinct().Count()) yield return "--wave-order names a wave twice.";
        }
        foreach (string reason in given.GetValue(keep) ?? [])
            if (Csv.RowReason.Keepable.All(r => r.Code != reason))
                yield return $"--keep {reason}: write one of {string.Join(", ", Csv.RowReason.Keepable)}.";
        if (given.Errors.Count == 0 && Read(given).Columns.SaidOfNothing.FirstOrDefault() is { } stray)
            yield return $"A scale or a code is said of “{stray}”, which is neither the overall rating nor a driver.";
    }

    private string[] Drivers(ParseResult given) => [.. given.GetValue(drivers) ?? [], .. given.GetValue(driver) ?? []];

    // What holds a comma stands in quotation marks.
    private static Option<string[]> List(string name, string values, string description) => new(name)
    {
        HelpName = values,
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = given => [.. given.Tokens.SelectMany(t => QuotedList.Of(t.Value))],
    };

    private static Option<SaidOfColumns<IReadOnlyList<string>>> CodesOf(string name, string description) => new(name)
    {
        HelpName = $"[COL=]{Codes}",
        Description = description,
        AllowMultipleArgumentsPerToken = true,
        CustomParser = given => SaidOfColumns<IReadOnlyList<string>>.Read(
            given.Tokens.Select(t => t.Value), QuotedList.Of, (before, more) => [.. before, .. more]),
    };

    private static Scale? ReadScale(ArgumentResult given, string text)
    {
        Match m = ScalePattern().Match(text.Trim());
        if (m.Success && int.TryParse(m.Groups[1].Value, CultureInfo.InvariantCulture, out int low)
            && int.TryParse(m.Groups[2].Value, CultureInfo.InvariantCulture, out int high) && low < high && high <= 122)
            return new Scale(low, high);
        given.AddError($"--scale {text}: write the lowest and the highest rating, such as 1-5 or 0-10, after COL= for one column.");
        return null;
    }

    private static int? Whole(ArgumentResult given)
    {
        if (int.TryParse(given.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)) return number;
        given.AddError($"{given.Argument.Name} {given.Tokens[0].Value}: write a whole number.");
        return null;
    }

    private static double? Share(ArgumentResult given)
    {
        if (double.TryParse(given.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) return number;
        given.AddError($"{given.Argument.Name} {given.Tokens[0].Value}: write a number such as 0.95.");
        return null;
    }

    [GeneratedRegex(@"^(\d{1,3})-(\d{1,3})$")]
    private static partial Regex ScalePattern();
}
