using Cadran.Questionnaires;

namespace Cadran.Domain.Tests.Questionnaires;

public sealed class PublicationTests
{
    private static readonly DateTime Now = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Empty_CannotBePublished()
    {
        var questionnaire = Questionnaire.Start(Guid.NewGuid(), "x", new());
        Assert.Equal("questionnaire.empty", Assert.Throws<RuleViolationException>(() => questionnaire.Publish(0, null, Now)).Code);
    }
}
