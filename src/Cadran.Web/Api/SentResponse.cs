using System.Text.Json;

namespace Cadran.Web.Api;

/// <summary>The answers of one person.</summary>
/// <param name="Language">In which the person was asked: one of those of the wave.</param>
/// <param name="Answers">
/// By the code of the question: a number or the code of an option; an array where several can be chosen; a text; one of the codes of no
/// value that the question offers; an object of parts where it has parts, with the answer itself under <c>value</c>.
/// </param>
public sealed record SentResponse(string Language, IReadOnlyDictionary<string, JsonElement> Answers);
