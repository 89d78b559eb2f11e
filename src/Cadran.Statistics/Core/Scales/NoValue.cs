namespace Cadran.Statistics;

/// <summary>The five ways a question can have no answer, as codes of a response column. An answer is its own value, 0 to 122.</summary>
/// <remarks>They have different denominators and are never merged silently: a score leaves all five out,
/// a share of "don't know" is among those asked.</remarks>
public enum NoValue : sbyte
{
    /// <summary>Asked, nothing recorded.</summary>
    Missing = -1,
    /// <summary>The respondent said the question does not apply.</summary>
    NotApplicable = -2,
    /// <summary>The respondent said they do not know.</summary>
    DontKnow = -3,
    /// <summary>The respondent declined to answer the question.</summary>
    Refused = -4,
    /// <summary>Skipped by a rule of the questionnaire.</summary>
    NotAsked = -5,
}
