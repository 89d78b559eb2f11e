using Cadran.Domain.Tests.Questionnaires.Kinds;
using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires.Drafts;

public sealed class DraftChangesTests
{
    [Fact]
    public void QuestionThatCannotBeAsked_GetsIntoNoDraft()
    {
        QuestionnaireContent draft = Asked.Content(Asked.Rating());
        Assert.Equal("question.few-options", Assert.Throws<RuleViolationException>(() => draft.Add("all", Asked.Choice("one"))).Code);
        Question broken = Asked.Rating(new(1, 40));
        Assert.Equal("question.scale-points", Assert.Throws<RuleViolationException>(() => draft.Replace(broken)).Code);
        Assert.Equal(2, draft.Add("all", Asked.Choice("one", "two")).Questions.Count());
    }
}
