using Cadran.Collection;
using Cadran.Questionnaires;
using Cadran.Statistics;
using Cadran.Statistics.Simulation;

namespace Cadran.Web.Demonstration;

/// <summary>Turns a simulated wave into responses to the common questionnaire.</summary>
internal sealed class DemonstrationAnswers(SimulatedSurvey survey, QuestionnaireContent content, ulong seed)
{
    // Two items ask about each driver: the second agrees with the first for most people and is one point off for the others.
    private const double SecondItemDiffers = 0.35;

    private static readonly string[] Channels = ["phone", "person", "online", "post"];
    private static readonly string[] AgeBands = ["25-34", "35-44", "55-64", "65-74"];
    private readonly PortableRandom random = new(seed);
    private readonly string[] order = [.. content.Questions.Select(q => q.Code)];

    public IEnumerable<(string Channel, Response Response)> Of(SimulatedWave simulated, Wave wave)
    {
        for (int row = 0; row < simulated.Count; row++)
        {
            string language = survey.Model.Languages[simulated.Language[row]].Name;
            string channel = Channels[simulated.Channel[row]];
            StratumModel stratum = survey.Model.Strata[simulated.Stratum[row]];
            yield return (channel, new Response
            {
                WaveId = wave.Id,
                ReceivedOn = wave.OpensOn.AddDays(simulated.Day[row]),
                Channel = channel,
                Language = language,
                Weight = simulated.Weight[row],
                Stratum = stratum.Name,
                Cluster = $"{simulated.Office[row]}",
                Population = stratum.Offices,
                AnswersJson = AnswersOf(simulated, row, language, channel).ToJson(order),
            });
        }
    }

    private Answers AnswersOf(SimulatedWave simulated, int row, string language, string channel)
    {
        var answers = new Answers();
        foreach (Question question in content.Questions)
        {
            int driver = (int)question.Driver - 1;
            Answer? given = question switch
            {
                { Role: ItemRole.Overall } => Rating(simulated.Overall[row]),
                { Role: ItemRole.Driver } => Rating(Near(simulated.Drivers[driver][row], answers, question)),
                { Code: "outcome" } => new Answer.Choice(Outcome(simulated.Drivers[4][row])),
                { Code: "age" } => new Answer.Choice(AgeBands[simulated.Age[row]]),
                { Code: "language_service" } => new Answer.Choice(language),
                { Code: "channel_used" } => new Answer.Choices([channel]),
                { Scale: not null } => Rating(Shifted(simulated.Overall[row])),
                { Code: "comment_improve" } when random.NextDouble() < 0.06 =>
                    new Answer.Comment(DemonstrationComments.Improve(language, random)),
                { Code: "comment_good" } when random.NextDouble() < 0.05 =>
                    new Answer.Comment(DemonstrationComments.Good(language, random)),
                _ => null,
            };
            if (given is not null) answers.Set(question.Code, given);
        }
        return answers;
    }

    private static string Outcome(sbyte rating) => rating switch { >= 4 => "yes", 3 => "partly", 2 => "open", _ => "no" };

    private sbyte Near(sbyte value, Answers answers, Question question) =>
        answers.ByCode.Keys.Any(code => content.Find(code) is { Role: ItemRole.Driver } other && other.Driver == question.Driver)
            ? Shifted(value)
            : value;

    private sbyte Shifted(sbyte value) => value < 1 || random.NextDouble() >= SecondItemDiffers ? value
        : (sbyte)Math.Clamp(value + (random.NextDouble() < 0.5 ? -1 : 1), 1, 5);

    private static Answer? Rating(sbyte value) => value switch
    {
        >= 1 => new Answer.Rating(value),
        (sbyte)NoValue.NotApplicable => new Answer.None(NoValue.NotApplicable),
        _ => null,
    };
}
