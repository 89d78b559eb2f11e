using Cadran.Collection;

namespace Cadran.Web.Words;

/// <summary>What frames and samples are made of, in words: English, the keys of their translations.</summary>
public static class FrameWords
{
    public static string Name(FrameField field) => field switch
    {
        FrameField.Code => "Code of the client",
        FrameField.Name => "Name",
        FrameField.Stratum => "Stratum",
        FrameField.Cluster => "Cluster",
        FrameField.Language => "Language",
        FrameField.Channel => "Channel",
        FrameField.Email => "E-mail address",
        FrameField.Phone => "Telephone",
        FrameField.Address => "Postal address",
        _ => "Kept under its own name",
    };

    public static string By(FrameField field) => field switch
    {
        FrameField.Code => "{0} row has a code that stands above it|{0} rows have a code that stands above them",
        FrameField.Email => "{0} row has an e-mail address that stands above it|{0} rows have an e-mail address that stands above them",
        _ => "{0} row has a telephone and a name that stand above it|{0} rows have a telephone and a name that stand above them",
    };

    public static string Why(FrameReason reason) => reason switch
    {
        FrameReason.MoreCells => "The row has more cells than there are columns.",
        FrameReason.NoCode => "The row has no code.",
        FrameReason.LongCode => "The code is too long to be one.",
        FrameReason.LongLabel => "Stratum, cluster, language or channel is too long to be one.",
        FrameReason.LongField => "A field is too long for a list of clients.",
        FrameReason.NoEmail => "The e-mail address is none, and is not taken.",
        _ => "The telephone number is none, or has no country code, and is not taken.",
    };

    public static string Name(DuplicateChoice choice) => choice switch
    {
        DuplicateChoice.Merge => "One person: the first row, with what it lacks from the others",
        DuplicateChoice.KeepFirst => "One person: the first row as it is",
        _ => "Different people, such as a household; rows of one code stay one person",
    };

    public static string Name(SampleMethod method) => method switch
    {
        SampleMethod.Census => "Everybody (census)",
        SampleMethod.Simple => "Simple random sample",
        SampleMethod.Proportional => "Stratified, in proportion to the strata",
        SampleMethod.Neyman => "Stratified, by the spread in each stratum (Neyman)",
        _ => "Two stages: clusters, then people in them",
    };

    public static string Name(SampleAim aim) => aim switch
    {
        SampleAim.Margin => "A margin of error",
        SampleAim.Change => "A change that is to be found",
        _ => "A number of people to invite",
    };

    public static string Why(SampleOutcome outcome) => outcome switch
    {
        SampleOutcome.OptedOut => "{0} does not want to be asked|{0} do not want to be asked",
        SampleOutcome.AskedEnough => "{0} was asked recently or often enough|{0} were asked recently or often enough",
        SampleOutcome.NoContact => "{0} has no contact|{0} have no contact",
        _ => "{0} has the contact of somebody else in the frame|{0} have the contact of somebody else in the frame",
    };

    public static string Name(ContactKind kind) => kind switch
    {
        ContactKind.Email => "E-mail address",
        ContactKind.Phone => "Telephone",
        _ => "Name and postal address",
    };
}
