using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

/// <summary>What is written into a message is never read for fields, whatever somebody is called.</summary>
public sealed class MailTextTests
{
    [Theory]
    [InlineData("Dear {name}", "Ann", "Dear Ann")]
    [InlineData("Dear {name}", "{stop}", "Dear {stop}")]
    [InlineData("Dear {name}", "Ann\r\nBcc: all@example.org", "Dear Ann  Bcc: all@example.org")]
    [InlineData("{ name } {{name}} {other}", "Ann", "{ name } {Ann} {other}")]
    public void Fields_AreFilledOnce(string text, string name, string filled) =>
        Assert.Equal(filled, MailMerge.Fill(text, new Dictionary<string, string> { ["{name}"] = name, ["{stop}"] = "STOP" }));

    [Theory]
    [InlineData("Hello {first_name}", "{link} {stop}", "There is no field {0}. Fields are {1}.")]
    [InlineData("Hello", "{link} {stop} {answer}", "There is no field {0}. Fields are {1}.")]
    [InlineData("Hello", "{stop}", "The message needs the field {0}.")]
    [InlineData("Hello", "{link}", "The message needs the field {0}.")]
    [InlineData("", "{link} {stop}", "{0}: fill this in.")]
    public void ATextThatCannotBeSent_IsRefused(string subject, string body, string message) => Assert.Equal(message,
        Assert.Throws<RuleViolationException>(() => new MailText(MailKind.Invitation, "en", subject, body).Checked()).Message);

    [Fact]
    public void ASubject_IsOneLine() =>
        Assert.Equal("Hello  Bcc: x", new MailText(MailKind.Thanks, "en", "Hello\r\nBcc: x", "{stop}").Checked().Subject);
}
