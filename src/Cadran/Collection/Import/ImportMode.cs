namespace Cadran.Collection;

/// <summary>What to do with a file: look only, take the good rows, or take all rows or none.</summary>
public enum ImportMode { Check, KeepGood, AllOrNone }
