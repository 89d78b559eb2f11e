using System.Text.Json;

namespace Cadran.Jobs;

/// <summary>Why work did not end well: kept as it was thrown, so that each reader gets it in his or her own language.</summary>
/// <param name="Code">Stable machine name, such as <c>catalogue.unknown-file</c>.</param>
/// <param name="Message">English text; it is also the key of its translations. Placeholders {0}, {1} take <paramref name="Args"/>.</param>
public sealed record JobFailure(string Code, string Message, IReadOnlyList<object> Args)
{
    private static readonly JsonSerializerOptions Options = new(JobJson.Options) { Converters = { new JobFailureArgument() } };

    public static JobFailure Unexpected { get; } =
        new("job.failed", "Something went wrong on our side. Nothing was changed that is not shown here.", []);

    public static JobFailure Interrupted { get; } =
        new("job.interrupted", "The program stopped while this was running. Start it again.", []);

    public static JobFailure Of(RuleViolationException rule) => new(rule.Code, rule.Message, rule.Args);

    internal string ToJson() => JsonSerializer.Serialize(this, Options);

    internal static JobFailure Parse(string json) => JsonSerializer.Deserialize<JobFailure>(json, Options)!;
}
