namespace Cadran.Questionnaires;

/// <summary>What a file asks of an answer, and what it says to whoever gave another.</summary>
internal sealed record ForeignCheck(ForeignRule Holds, ForeignText Message);
