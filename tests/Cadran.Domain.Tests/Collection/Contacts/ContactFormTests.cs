using Cadran.Collection;

namespace Cadran.Domain.Tests.Collection;

/// <summary>One contact is one, however it is written; and what is none is told apart.</summary>
public sealed class ContactFormTests
{
    [Theory]
    [InlineData(" Jane.Doe@Example.ORG ", "jane.doe@example.org")]
    [InlineData("jane@example", null)]
    [InlineData("jane@@example.org", null)]
    [InlineData("jane example.org", null)]
    [InlineData("a@b.c, d@e.f", null)]
    [InlineData("", null)]
    public void Email(string written, string? form) => Assert.Equal(form, ContactForm.Email(written));

    [Theory]
    [InlineData("+32 2 555 12 34", "", "+3225551234")]
    [InlineData("0032 (0)2 555.12.34", "", "+3225551234")]
    [InlineData("02/555.12.34", "BE", "+3225551234")]
    [InlineData("613-555-0123", "CA", "+16135550123")]
    [InlineData("613-555-0123", "", null)]
    [InlineData("call me", "CA", null)]
    public void Phone(string written, string country, string? form) => Assert.Equal(form, ContactForm.Phone(written, country));

    [Theory]
    [InlineData("Zoé Dupont", "Rue de l’Été 12, 1000 Bruxelles", "zoedupontruedelete121000bruxelles")]
    [InlineData("", "ZOE DUPONT, Rue de l'Ete 12 - 1000 BRUXELLES", "zoedupontruedelete121000bruxelles")]
    [InlineData("Zoé Dupont, of a long name", "", null)]
    [InlineData("", "Here 1", null)]
    public void Post(string name, string address, string? form) => Assert.Equal(form, ContactForm.Post(name, address));

    [Fact]
    public void Digests_AreOfOneSecretAndOnePurpose()
    {
        ContactKeys one = new(new byte[32]), other = new([.. new byte[31], 1]);
        string digest = one.Email("jane@example.org");
        Assert.Equal(ContactKeys.Length, digest.Length);
        Assert.Equal(digest, one.Of(ContactKind.Email, "jane@example.org"));
        Assert.NotEqual(digest, one.Phone("jane@example.org"));
        Assert.NotEqual(digest, other.Email("jane@example.org"));
        // A client's code says nothing outside of its frame.
        Assert.NotEqual(one.Code(Guid.NewGuid(), "C1"), one.Code(Guid.NewGuid(), "C1"));
    }
}
