namespace Cadran.Questionnaires;

/// <summary>What a condition decides, and so where it hangs.</summary>
public enum RuleUse { Question, Option, Section, Required, Check, End }
