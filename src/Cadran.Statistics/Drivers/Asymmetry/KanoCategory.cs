namespace Cadran.Statistics.Drivers;

/// <summary>Kano's category of one respondent's pair of answers.</summary>
public enum KanoCategory
{
    /// <summary>Pleases when there, not missed when absent.</summary>
    Attractive,

    /// <summary>Pleases when there, displeases when absent.</summary>
    OneDimensional,

    /// <summary>Expected: only its absence is noticed.</summary>
    MustBe,

    /// <summary>Makes no difference.</summary>
    Indifferent,

    /// <summary>Better without.</summary>
    Reverse,

    /// <summary>Contradictory answers.</summary>
    Questionable,
}
