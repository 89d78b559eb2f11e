namespace Cadran.People;

/// <summary>What a program with a key may do.</summary>
public enum ApiScope { SendResponses }
