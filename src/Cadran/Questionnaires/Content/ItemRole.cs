namespace Cadran.Questionnaires;

/// <summary>What an item measures, so that analysis can find it under any wording.</summary>
public enum ItemRole { Overall, Driver, Outcome, Access, Importance, Expectation, Comment, Profile, Other }
