using Cadran.Statistics.Control;

namespace Cadran.Standards;

/// <summary>The inventory's codes of an outcome.</summary>
public static class OutcomeCode
{
    public static readonly IReadOnlyList<string> All = ["Y", "N", "NA"];

    public static string Of(TargetMet met) => met switch { TargetMet.Yes => "Y", TargetMet.No => "N", _ => "NA" };

    /// <summary>Null for anything that is no code.</summary>
    public static TargetMet? Read(string code) => code switch
    {
        "Y" => TargetMet.Yes,
        "N" => TargetMet.No,
        "NA" => TargetMet.NotApplicable,
        _ => null,
    };
}
