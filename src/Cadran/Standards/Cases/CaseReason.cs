namespace Cadran.Standards;

/// <summary>Why a row of a file of cases is not counted.</summary>
public enum CaseReason
{
    OtherCells,
    NoStart,
    NoTime,
    OutOfRange,
    EndsBeforeStart,
    AfterTheDay,
    NoPause,
    PauseTooLong,
    OtherChannel,
    OtherService,
}
