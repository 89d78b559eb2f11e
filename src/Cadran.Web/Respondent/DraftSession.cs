using Cadran.Collection;

namespace Cadran.Web.Respondent;

/// <summary>What somebody who asks for a questionnaire page comes to.</summary>
internal sealed record DraftSession(AnswerWave Wave, SubmissionKey Key, Answers? Draft);
