namespace Cadran.Statistics.Control;

/// <summary>One period of a CUSUM.</summary>
/// <param name="Upper">Accumulated rise above the allowance, in sigmas, at least 0; null for a gap.</param>
/// <param name="Lower">Accumulated fall, as a number at least 0.</param>
/// <param name="Rise">The upper sum passed the decision interval.</param>
/// <param name="Fall">The lower sum passed it.</param>
public readonly record struct CusumPoint(double? Upper, double? Lower, bool Rise, bool Fall);
