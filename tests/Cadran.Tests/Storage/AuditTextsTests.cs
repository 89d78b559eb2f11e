using Cadran.Improvement;
using Cadran.Questionnaires;
using Cadran.Storage;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Storage;

/// <summary>The trail repeats what people wrote, to the last letter.</summary>
public sealed class AuditTextsTests(TestApp app)
{
    [Fact]
    public async Task LongText_IsWhole()
    {
        string reasons = string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"r{i}"))[..ImprovementAction.DescriptionMaxLength];
        var wave = await WaveData.AddAsync(app, opens: WaveData.Today.AddDays(-40), closes: WaveData.Today.AddDays(-10));
        Decision decision = Decision.Record(wave, new DecisionEvidence { Driver = "time", Respondents = 50 }, new("T", ""),
            new("", reasons), new("B", ""),
            WaveData.Today, Recorded.Somebody, TestApp.Now);
        await app.Db(async db =>
        {
            db.Add(decision);
            await db.Because("decision.record").SaveChangesAsync();
        });
        AuditEvent told = await EventAsync(decision.Id, "decision.record");
        Assert.Contains(reasons, told.After);
        Assert.Contains("\\\"method\\\"", told.After); // the last of what a decision rested on
    }

    [Fact]
    public async Task LongDocument_IsItsBeginning_AndWhatProvesTheRest()
    {
        Questionnaire questionnaire = await app.QuestionnaireAsync();
        await app.Db(async db =>
        {
            Questionnaire own = await db.Questionnaires.FirstAsync(q => q.Id == questionnaire.Id);
            own.Change(own.Revision, draft => draft with { Thanks = new("Thank you very much.", "Merci beaucoup.") });
            await db.Because("questionnaire.texts").SaveChangesAsync();
        });
        AuditEvent told = await EventAsync(questionnaire.Id, "questionnaire.texts");
        Assert.Matches(@"…\ \(\d+ characters, SHA-256 [0-9a-f]{64}\)", told.After);
        Assert.InRange(told.After!.Length, 4000, 30_000);
    }

    private Task<AuditEvent> EventAsync(Guid subject, string action)
    {
        string id = subject.ToString();
        return app.Db(db => db.AuditEvents.AsNoTracking()
            .OrderByDescending(e => e.Number).FirstAsync(e => e.SubjectId == id && e.Action == action));
    }
}
