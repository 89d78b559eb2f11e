namespace Cadran.Collection;

/// <summary>What becomes of rows of a file that are about one person.</summary>
public enum DuplicateChoice
{
    /// <summary>One person: the first row, with what it lacks from the others.</summary>
    Merge,
    /// <summary>One person: the first row as it is.</summary>
    KeepFirst,
    /// <summary>Two people of one contact, such as a household. Rows of one code stay one person.</summary>
    KeepAll,
}
