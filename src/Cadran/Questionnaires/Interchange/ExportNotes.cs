namespace Cadran.Questionnaires;

/// <summary>Gathers what a format cannot say.</summary>
internal sealed class ExportNotes
{
    public const string Rule = "The format cannot say this rule; it was left.";
    public const string Loop = "The format asks the section once; here it is asked once for each turn.";
    public const string Several = "The format knows one check for a question; the others were left.";
    public const string TextOfOption = "The text beside an option is a question of its own there.";
    public const string NoAnswer = "The format offers nothing in place of an answer to this kind; leave it empty there.";

    private readonly List<LossLine> lines = [];

    public IReadOnlyList<LossLine> Lines => lines;

    public void Left(string code, string why) => lines.Add(new(LossKind.Left, code, code, why, []));
}
