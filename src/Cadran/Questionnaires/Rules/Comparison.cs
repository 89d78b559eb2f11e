namespace Cadran.Questionnaires;

/// <summary>How two values of a rule are compared.</summary>
public enum Comparison { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual }
