namespace Cadran.Insight;

/// <summary>Answers person by person, for those who may have them: nothing in it says which rows of another file are the same
/// people.</summary>
/// <param name="Items">Codes of the ratings, driver means included: only those that the results page shows.</param>
/// <param name="Rows">One per person, in an order made anew for each file.</param>
public sealed record PeopleFile(IReadOnlyList<string> Items, IReadOnlyList<PersonRow> Rows);
