namespace Cadran.Catalogue;

public enum Severity { Error, Warning, Suggestion }
