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

    public static AnswerProblem AnswerAndNone { get; } = new("AnswerAndNone")
    {
        OnPage = "You answered and also said that you give no answer: empty one of the two.",
    };

    public static AnswerProblem NotANumber { get; } = new("NotANumber")
    {
        OnPage = "Write a number, in digits.",
        InFile = "“{0}” is not a number.",
        MayBeCode = true,
    };

    public static AnswerProblem NotADate { get; } = new("NotADate")
    {
        OnPage = "Write a day, a month and a year, such as 31/12/2026.",
        InFile = "“{0}” is not a date.",
        MayBeCode = true,
    };

    public static AnswerProblem TwoOfOneRank { get; } = new("TwoOfOneRank")
    {
        OnPage = "Give each place to one answer only.",
        InFile = "“{0}” gives one place to two options.",
        WasKept = true,
    };

    public static AnswerProblem ExclusiveBesideOthers { get; } = new("ExclusiveBesideOthers")
    {
        OnPage = "One of the answers you chose leaves out all others: keep it alone, or take it away.",
        InFile = "“{0}” has an option that leaves out the others.",
        WasKept = true,
    };

    public static AnswerProblem AnotherForm { get; } = new("AnotherForm")
    {
        OnPage = "This is not written as it should be. Compare it with the example or the hint.",
        InFile = "“{0}” is not of the form that the question asks for.",
        WasKept = true,
    };

    public static AnswerProblem NoPostalCode { get; } = new("NoPostalCode")
    {
        OnPage = "This is no postal code. Check each letter and digit.",
        InFile = "“{0}” is no postal code.",
        MayBeCode = true,
    };

    public static AnswerProblem NoPhone { get; } = new("NoPhone")
    {
        OnPage = "This is no telephone number. Write it as you would dial it, or with + and the code of the country.",
        InFile = "“{0}” is no telephone number.",
        MayBeCode = true,
    };

    public static AnswerProblem FileKind { get; } = new("FileKind")
    {
        OnPage = "Only pictures (PNG, JPEG) and PDF files are taken. What is in the file counts, not its name.",
        InFile = "“{0}” cannot be brought in: files come from respondents only.",
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

    public static AnswerProblem TooFew(int least) => new("TooFew")
    {
        OnPage = "You chose too few: choose at least {0}.",
        InFile = "“{0}” are fewer options than the question asks for.",
        Args = [least],
        WasKept = true,
    };

    public static AnswerProblem TooSmall(object least) => new("TooSmall")
    {
        OnPage = "This is too small: the smallest that can be right is {0}.",
        InFile = "“{0}” is smaller than the question allows.",
        Args = [least],
        WasKept = true,
    };

    public static AnswerProblem TooLarge(object most) => new("TooLarge")
    {
        OnPage = "This is too large: the largest that can be right is {0}.",
        InFile = "“{0}” is larger than the question allows.",
        Args = [most],
        WasKept = true,
    };

    public static AnswerProblem TooManyDecimals(int decimals) => decimals == 0
        ? new("TooManyDecimals")
        {
            OnPage = "Write a whole number.",
            InFile = "“{0}” is not a whole number.",
            WasKept = true,
        }
        : new("TooManyDecimals")
        {
            OnPage = "Write at most {0} digits after the decimal sign.",
            InFile = "“{0}” has more digits after the decimal sign than the question allows.",
            Args = [decimals],
            WasKept = true,
        };

    public static AnswerProblem OtherTotal(object total) => new("OtherTotal")
    {
        OnPage = "Your numbers do not make {0} together. Change one of them.",
        InFile = "The parts of “{0}” do not make the total.",
        Args = [total],
        WasKept = true,
    };

    public static AnswerProblem LongerThan(int most) => new("TooLong")
    {
        OnPage = "Shorten your text to {0:N0} characters.",
        InFile = "The text is longer than the question allows.",
        Args = [most],
        WouldLoseText = true,
    };

    /// <summary>The author's own words say what is wrong.</summary>
    /// <param name="check">Which of the question's checks, from 0.</param>
    public static AnswerProblem BrokenCheck(int check) => new($"Check{check}") { WasKept = true };

    public override string ToString() => Code;
}
