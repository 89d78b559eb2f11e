namespace Cadran.Questionnaires;

/// <summary>How a tool writes names in its rules.</summary>
internal enum ExpressionDialect
{
    /// <summary><c>Q1_SQ2.NAOK</c>, <c>12X3X4SQ2</c></summary>
    LimeSurvey,

    /// <summary><c>${q1}</c>, and <c>.</c> for the question itself; names of functions have hyphens.</summary>
    XPath,

    /// <summary><c>{q1}</c>, with the tests <c>empty</c> and <c>notempty</c> behind a name.</summary>
    SurveyJs,
}
