namespace Cadran.Web.Api;

/// <summary>One thing that is wrong with what was sent.</summary>
/// <param name="Pointer">Where, as a JSON pointer: /answers/overall.</param>
/// <param name="Code">For programs: Missing, NotAnOption, …</param>
/// <param name="Detail">For people, in English.</param>
public sealed record SentFault(string Pointer, string Code, string Detail);
