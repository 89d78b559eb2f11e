namespace Cadran.Feedback;

/// <summary>Why a complaint may be left unanswered: each is told to whoever complained.</summary>
public enum RefusalGround { OldFacts, OtherAuthority, InformationRequest, AnsweredBefore, Unintelligible }
