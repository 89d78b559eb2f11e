namespace Cadran.Collection;

/// <summary>What the link in an invitation is.</summary>
public enum LinkKind
{
    /// <summary>The same for everybody: who has answered is known to nobody, and everybody is reminded.</summary>
    Open,
    /// <summary>Everybody's own: it counts once, and that it was used is known, because respondents were told so.</summary>
    Personal,
}
