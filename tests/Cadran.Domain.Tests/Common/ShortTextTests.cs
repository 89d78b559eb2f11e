namespace Cadran.Domain.Tests.Common;

public sealed class ShortTextTests
{
    [Theory]
    [InlineData("", 5, ""), InlineData("12345", 5, "12345"), InlineData("123456", 5, "12345…"), InlineData("a😀b", 2, "a…")]
    [InlineData("a😀b", 3, "a😀…")]
    public void Of_KeepsWholeCharacters(string text, int longest, string expected) => Assert.Equal(expected, ShortText.Of(text, longest));

    [Theory]
    [InlineData("one two three", 8, "one two…"), InlineData("one two three", 13, "one two three"), InlineData("onetwothree", 5, "onetw…")]
    public void AtAWord_EndsWithAWholeOne(string text, int longest, string expected) =>
        Assert.Equal(expected, ShortText.AtAWord(text, longest));
}
