namespace Cadran.Questionnaires;

/// <summary>Quality orientation (Belgian matrix columns).</summary>
public enum Orientation { None, Client, Process, Result }
