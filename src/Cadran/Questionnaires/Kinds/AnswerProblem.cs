namespace Cadran.Questionnaires;

/// <summary>Why an answer was not taken as it is, in words for the page it came from and for the file it stood in.</summary>
public sealed class AnswerProblem
{
    private AnswerProblem(string code) => Code = code;

    public static AnswerProblem Missing { get; } = new("Missing") { OnPage = "This question needs an answer.", WasKept = true };

    public static AnswerProblem NotAnOption { get; } = new("NotAnOption")
    {
        OnPage = "Choose one of the answers shown.",
        InFile = "“{0}” is none of the options.",
    };

    public static AnswerProblem NeitherYesNorNo { get; } = new("NeitherYesNorNo")
    {
        InFile = "“{0}” says neither that the option was chosen nor that it was not.",
        MayBeCode = true,
    };

    public static AnswerProblem OffScale { get; } = new("OffScale")
    {
        InFile = "{0} is not on the scale. Say what it stands for, or leave the row out.",
        MayBeCode = true,
    };

    public static AnswerProblem NotARating { get; } = new("NotARating") { InFile = "“{0}” is not a rating.", MayBeCode = true };

    public static AnswerProblem TooLong { get; } = new("TooLong")
    {
        OnPage = "Shorten your text to {0:N0} characters.",
        InFile = "The comment is longer than 2,000 characters.",
        Args = [CommentKind.MaxLength],
        WouldLoseText = true,
    };

    public string Code { get; }

    /// <summary>
    /// English, the key of its translations; placeholders take <see cref="Args"/>. Empty where no page can bring it about.
    /// </summary>
    public string OnPage { get; private init; } = "";

    /// <summary>English, the key of its translations; {0} is the value. Empty where no file can bring it about.</summary>
    public string InFile { get; private init; } = "";
    public object[] Args { get; private init; } = [];

    /// <summary>What was sent is kept, and the problem can be seen in it at any time.</summary>
    public bool WasKept { get; private init; }

    /// <summary>Going elsewhere would lose what somebody typed.</summary>
    public bool WouldLoseText { get; private init; }

    /// <summary>The value may be somebody's code for something, which they can be asked.</summary>
    public bool MayBeCode { get; private init; }

    public static AnswerProblem TooMany(int most) => new("TooMany")
    {
        OnPage = "You chose too many: keep at most {0}.",
        InFile = "“{0}” are more options than the question allows.",
        Args = [most],
        WasKept = true,
    };

    public override string ToString() => Code;
}
