using System.Text.RegularExpressions;

namespace Cadran.Domain.Tests.Words;

/// <summary>One term for one thing in everything that respondents read, as <c>docs/glossary.md</c> says.</summary>
public sealed class GlossaryTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    public void Terms_AreSaidInTheOneWordOfTheLanguage(string language)
    {
        int column = LocalText.Languages.ToList().IndexOf(language);
        Assert.Empty(
            from text in RespondentWords.In(language)
            from term in Glossary.Terms
            where term.In[0].IsMatch(text.English) && !term.In[column].IsMatch(text.Text)
            select $"{term.Term}: {text.Where}: {text.Text}");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [InlineData("de")]
    public void Words_ThatTheGlossaryRefuses_AreNotSaid(string language) => Assert.Empty(
        from text in RespondentWords.In(language)
        from refused in Glossary.NotThese
        where refused.Language == language
        let said = refused.Not.Match(text.Text)
        where said.Success
        select $"{said.Value}, not {refused.But}: {text.Where}: {text.Text}");

    [Fact]
    public void Terms_AreOfTextsThatThereAre()
    {
        Assert.True(Glossary.Terms.Count > 20 && Glossary.NotThese.Count > 5);
        string[] english = [.. RespondentWords.In("en").Select(t => t.Text)];
        Assert.Empty(Glossary.Terms.Where(term => !english.Any(term.In[0].IsMatch)).Select(term => term.Term));
    }

    [Fact]
    public void Term_WithAnOpenEnd_IsABeginning_AndAnyOther_AWholeWord()
    {
        Regex answers = Find("answer…"), wait = Find("waiting / waited / wait");
        Assert.Equal("answered", answers.Match("Who answered?").Value);
        Assert.DoesNotMatch(answers, "Unanswered");
        Assert.DoesNotMatch(wait, "The waiter");
    }

    private static Regex Find(string term) => Glossary.Terms.Single(t => t.Term == term).In[0];
}
