namespace Cadran.Web.Platform;

/// <summary>Why somebody is asked to sign in: the session had ended, and a form that was sent is kept, or could not be.</summary>
public enum SignInReason { Ended, Kept, NotSent }
