namespace Cadran.Questionnaires;

/// <summary>What a rule reckons with two numbers.</summary>
public enum Operation { Add, Subtract, Multiply, Divide }
