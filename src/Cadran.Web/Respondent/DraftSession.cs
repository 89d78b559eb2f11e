using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>What somebody who asks for a questionnaire page comes to.</summary>
/// <param name="Token">What stands in the address.</param>
/// <param name="Key">What the answers travel under: made of the address and the browser.</param>
internal sealed record DraftSession(AnswerWave Wave, string Token, SubmissionKey Key, Answers? Draft);
