using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Drafts;

public sealed class OwnItemTests
{
    [Theory]
    [InlineData("Wait at the desk?", "wait_at_the_desk")]
    [InlineData("Cœur", "coeur")]
    [InlineData("Temps d’attente à l’œuvre", "temps_d_attente_a_l_oeuvre")]
    [InlineData("Straße № 5", "strasse_no_5")]
    [InlineData("???", "")]
    [InlineData("Were you satisfied with the time for the decision you asked for?", "were_satisfied_with_time_decision_asked")]
    [InlineData("Rechtsschutzversicherungsgesellschaften, Donaudampfschifffahrt", "rechtsschutzversicherungsgesellschaften")]
    public void Slug_FoldsAsSearchDoes(string text, string slug) => Assert.Equal(slug, OwnItem.Slug(text));

    [Theory]
    [InlineData("na"), InlineData("dk"), InlineData("refused"), InlineData("skipped")]
    public void CodesOfNoValue_AreTaken(string code)
    {
        Assert.False(OwnItem.IsCode(code));
        Assert.Equal(code + "_", OwnItem.FreeCode(Asked.Content(), code));
        Assert.Equal(code + "_2", OwnItem.Options([new(code, code), new("b", "b")], [])[0].Code);
    }
}
