namespace Cadran.Collection;

/// <summary>Why a row, or a field of one, is not taken into a frame.</summary>
public enum FrameReason { MoreCells, NoCode, LongCode, LongLabel, LongField, NoEmail, NoPhone }
