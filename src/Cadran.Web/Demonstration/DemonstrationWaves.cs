using Cadran.Catalogue;
using Cadran.Collection;
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
        var questionnaire = new Questionnaire
        {
            ServiceId = service.Id,
            Name = $"{service.Name.En} / {service.Name.Fr}",
            Draft = MeasureBank.Current.CoreQuestionnaire(service.Name),
        };
        QuestionnaireVersion version = questionnaire.Publish(time.GetUtcNow().UtcDateTime.AddMonths(-MonthsAgo[0] - 1));
        db.Questionnaires.Add(questionnaire);
        List<Wave> waves = [.. MonthsAgo.Select(months => NewWave(service, version, today.AddMonths(-months), days: 28))];
        db.Waves.AddRange(waves);
        db.Waves.Add(NewOpenWave(service, version, today));
        await db.Because("demonstration.fill").SaveChangesAsync(ct);

        SimulatedSurvey survey = SurveySimulator.Simulate(model, seed, [.. waves.Select(_ => new WaveModel(Answers: 1200, OfficeOverlap: 0.8))]);
        var answers = new DemonstrationAnswers(survey, version.Content, seed);
        await store.AddRangeAsync(waves.SelectMany((wave, index) => answers.Of(survey.Waves[index], wave)), ct: ct);
        return waves;
    }

    private static Wave NewWave(Service service, QuestionnaireVersion version, DateOnly opensOn, int days) => new()
    {
        ServiceId = service.Id,
        VersionId = version.Id,
        Name = $"{opensOn.Year}-{(opensOn.Month <= 6 ? 1 : 2)}",
        Slug = Wave.NewSlug(),
        OpensOn = opensOn,
        ClosesOn = opensOn.AddDays(days),
        ProbabilitySample = true,
    };

    // Somebody on the tour can answer this one.
    private static Wave NewOpenWave(Service service, QuestionnaireVersion version, DateOnly today) => new()
    {
        ServiceId = service.Id,
        VersionId = version.Id,
        Name = $"{today.Year}-{today.Month:00}",
        Slug = Wave.NewSlug(),
        OpensOn = today.AddDays(-3),
        ClosesOn = today.AddDays(25),
    };
}
