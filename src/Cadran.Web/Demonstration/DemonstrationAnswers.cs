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

    public IEnumerable<Response> Of(SimulatedWave simulated, Wave wave)
    {
        for (int row = 0; row < simulated.Count; row++)
        {
            string language = survey.Model.Languages[simulated.Language[row]].Name;
            string channel = Channels[simulated.Channel[row]];
            StratumModel stratum = survey.Model.Strata[simulated.Stratum[row]];
            yield return new Response
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
            };
        }
    }

    private Answers AnswersOf(SimulatedWave simulated, int row, string language, string channel)
    {
        var answers = new Answers();
        foreach (Question question in content.Questions)
        {
            int driver = (int)question.Driver - 1;
            switch (question)
            {
                case { Role: ItemRole.Overall }: answers.Set(question.Code, Rating(simulated.Overall[row])); break;
                case { Role: ItemRole.Driver }: answers.Set(question.Code, Rating(Near(simulated.Drivers[driver][row], answers, question))); break;
                case { Code: "outcome" }: answers.Set(question.Code, new Answer.Choice(simulated.Drivers[4][row] switch { >= 4 => "yes", 3 => "partly", 2 => "open", _ => "no" })); break;
                case { Code: "age" }: answers.Set(question.Code, new Answer.Choice(AgeBands[simulated.Age[row]])); break;
                case { Code: "language_service" }: answers.Set(question.Code, new Answer.Choice(language)); break;
                case { Code: "channel_used" }: answers.Set(question.Code, new Answer.Choices([channel])); break;
                case { Scale: not null }: answers.Set(question.Code, Rating(Shifted(simulated.Overall[row]))); break;
                case { Code: "comment_improve" } when random.NextDouble() < 0.06: answers.Set(question.Code, new Answer.Comment(DemonstrationComments.Improve(language, random))); break;
                case { Code: "comment_good" } when random.NextDouble() < 0.05: answers.Set(question.Code, new Answer.Comment(DemonstrationComments.Good(language, random))); break;
            }
        }
        return answers;
    }

    private sbyte Near(sbyte value, Answers answers, Question question) =>
        answers.ByCode.Keys.Any(code => content.Find(code) is { Role: ItemRole.Driver } other && other.Driver == question.Driver) ? Shifted(value) : value;

    private sbyte Shifted(sbyte value) => value < 1 || random.NextDouble() >= SecondItemDiffers ? value
        : (sbyte)Math.Clamp(value + (random.NextDouble() < 0.5 ? -1 : 1), 1, 5);

    private static Answer? Rating(sbyte value) => value switch
    {
        >= 1 => new Answer.Rating(value),
        (sbyte)NoValue.NotApplicable => new Answer.None(NoValue.NotApplicable),
        _ => null,
    };
}
