using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Kinds;

/// <summary>Questions of each kind, for tests.</summary>
internal static class Asked
{
    public static readonly LocalText Words = new("How was it?", "Comment était-ce ?");

    public static Question Rating(RatingScale? scale = null, string code = "overall") =>
        new() { Code = code, Kind = QuestionKind.Rating, Text = Words, Scale = scale ?? new(), AllowsNotApplicable = true };

    public static Question Choice(params string[] codes) =>
        new() { Code = "region", Kind = QuestionKind.Choice, Text = Words, Options = [.. codes.Select(Option)] };

    public static Question Choices(int? most, params string[] codes) =>
        new() { Code = "channels", Kind = QuestionKind.Choices, Text = Words, Options = [.. codes.Select(Option)], Most = most };

    public static Question Comment(string code = "improve") => new() { Code = code, Kind = QuestionKind.Comment, Text = Words };

    public static QuestionnaireContent Content(params Question[] questions) =>
        new() { Sections = [new Section { Code = "all", Title = Words, Questions = questions }] };

    private static QuestionOption Option(string code) => new(code, new(char.ToUpperInvariant(code[0]) + code[1..], $"le {code}"));
}
