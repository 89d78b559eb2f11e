namespace Cadran.Questionnaires;

/// <summary>What a piece of a rule is.</summary>
internal enum ExpressionToken { Name, Text, Number, Word, Sign }
