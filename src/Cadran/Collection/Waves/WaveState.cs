namespace Cadran.Collection;

public enum WaveState { Planned, Open, Closed }
