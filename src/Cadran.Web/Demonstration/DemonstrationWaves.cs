using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Statistics.Simulation;
using Cadran.Storage;

namespace Cadran.Web.Demonstration;

/// <summary>Questionnaire and four half-yearly waves for each fictional service, answered by the simulator.</summary>
internal sealed class DemonstrationWaves(CadranDb db, ResponseStore store, TimeProvider time)
{
    /// <summary>Months from the first day of each wave back to today; the last ended some weeks ago.</summary>
    private static readonly int[] MonthsAgo = [20, 14, 8, 2];

    public async Task<List<Wave>> CreateAsync(Service service, SurveyModel model, ulong seed, DateOnly today, CancellationToken ct)
    {
        Questionnaire questionnaire = Questionnaire.Start(
            service.Id, $"{service.Name.En} / {service.Name.Fr}", MeasureBank.Current.CoreQuestionnaire(service.Name));
        QuestionnaireVersion version = questionnaire.Publish(time.GetUtcNow().UtcDateTime.AddMonths(-MonthsAgo[0] - 1));
        db.Questionnaires.Add(questionnaire);
        List<Wave> waves = [.. MonthsAgo.Select(months => Measured(service, version, today.AddMonths(-months)))];
        db.Waves.AddRange(waves);
        db.Waves.Add(Running(service, version, today));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);

        SimulatedSurvey survey =
            SurveySimulator.Simulate(model, seed, [.. waves.Select(_ => new WaveModel(Answers: 1200, OfficeOverlap: 0.8))]);
        var answers = new DemonstrationAnswers(survey, version.Content, seed);
        await SendAsync([.. waves.SelectMany((wave, index) => answers.Of(survey.Waves[index], wave))], ct);
        return waves;
    }

    // What came online was sent as people send it: each with a receipt.
    private async Task SendAsync(IReadOnlyList<(string Channel, Response Response)> answers, CancellationToken ct)
    {
        ILookup<bool, Response> online = answers.ToLookup(a => a.Channel == Channel.Online.Response, a => a.Response);
        await store.AddRangeAsync(online[false], ct: ct);
        await Task.WhenAll(online[true].Select(response => store.SubmitAsync(response, SubmissionKey.New())));
        await store.ShuffleAsync();
    }

    private static Wave Measured(Service service, QuestionnaireVersion version, DateOnly opensOn) =>
        Wave.Plan(service.Id, version.Id, $"{opensOn.Year}-{(opensOn.Month <= 6 ? 1 : 2)}", opensOn, opensOn.AddDays(28),
            Actor.System, Moment.On(opensOn), probabilitySample: true);

    // Somebody on the tour can answer this one.
    private static Wave Running(Service service, QuestionnaireVersion version, DateOnly today) =>
        Wave.Plan(service.Id, version.Id, $"{today.Year}-{today.Month:00}", today.AddDays(-3), today.AddDays(25),
            Actor.System, Moment.On(today.AddDays(-3)));
}
