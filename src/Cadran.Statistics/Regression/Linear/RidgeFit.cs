namespace Cadran.Statistics.Regression;

/// <summary>Ridge regression at one penalty.</summary>
/// <param name="Penalty">Lambda: added to the eigenvalues of the standardised cross-products, 0 gives least squares.</param>
/// <param name="Coefficients">Intercept, then columns, in their own units. 0 for a constant column.</param>
/// <param name="Gcv">Generalised cross-validation score, in squared units of the response; smaller is better.</param>
public sealed record RidgeFit(double Penalty, IReadOnlyList<double> Coefficients, double Gcv);
