namespace Cadran.Reporting;

/// <summary>Which services are listed.</summary>
public enum StandingFilter
{
    All, Measured, Attention, Mine, New, Late, Target, Old, Never,
}
