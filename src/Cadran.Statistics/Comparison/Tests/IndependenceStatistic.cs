namespace Cadran.Statistics.Comparison;

/// <summary>Statistics of independence in a table under a design.</summary>
public enum IndependenceStatistic
{
    /// <summary>Pearson's X² with Rao and Scott's second-order correction, F: the one to use.</summary>
    SecondOrder,
    /// <summary>X² over the mean design effect, χ²: too optimistic when design effects differ between cells.</summary>
    FirstOrder,
    /// <summary>
    /// X² referred to the mixture of χ² it follows under the design (Kuonen's saddlepoint approximation), its error estimated with
    /// the design's degrees of freedom.
    /// </summary>
    Saddlepoint,
    /// <summary>Wald's F from the differences between counts and their products of margins: erratic with few clusters.</summary>
    Wald,
    /// <summary>Wald's F with the degrees of freedom that its covariance matrix uses up taken off.</summary>
    AdjustedWald,
}
