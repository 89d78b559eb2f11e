namespace Cadran.Questionnaires;

/// <summary>A line, a column or an option of a question in a LimeSurvey file.</summary>
internal sealed record LssPart(string Code, ForeignText Text, int Scale, string Relevance)
{
    public ForeignOption Option => new(Code, Text);
}
