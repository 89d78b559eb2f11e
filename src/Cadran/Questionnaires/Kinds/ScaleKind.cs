using System.Globalization;
using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>Whatever asks for a point of a <see cref="RatingScale"/>.</summary>
public abstract class ScaleKind : QuestionKind
{
    public override string Partial => "_Rating";
    public override bool HasScale => true;

    // The labels of a scale are learnt once and then recognised: they count for one question in four.
    public override double LabelsRead => 0.25;

    public override IReadOnlyList<QuestionOption> Options(Question question) =>
        [.. question.Scale!.Values.Select(value => new QuestionOption(RatingScale.CodeOf(value), question.Scale.LabelOf(value)))];

    public override IEnumerable<RuleViolationException> Faults(Question question) =>
        [.. base.Faults(question), .. question.Scale!.Faults()];

    public override AnswerReading Imported(Question question, string value)
    {
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return number == Math.Floor(number) && question.Scale!.Has(number)
                ? new(new Answer.Rating((int)number))
                : new(null, AnswerProblem.OffScale);
        return question.Scale!.Labelled(value) is { } point
            ? new(new Answer.Rating(point), null, RatingScale.CodeOf(point)) : new(null, AnswerProblem.NotARating);
    }

    public override AnswerCoder? Coder(Question question) => new Points(question.Scale!);

    protected override AnswerReading Sent(Question question, Sending sent) =>
        sent.Values is [var one] && question.Scale!.Find(one) is { } point
            ? new(new Answer.Rating(point)) : new(null, AnswerProblem.NotAnOption);

    protected override Answer? Kept(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int rating) ? new Answer.Rating(rating) : null;

    private sealed class Points(RatingScale scale) : AnswerCoder
    {
        private readonly int lowestValue = scale.Lowest;
        private readonly int[] codes = [.. scale.Values.Select(scale.Code)];

        public override int Lowest { get; } = scale.Codes.Minimum;
        public override IReadOnlyList<string> Names { get; } = [.. scale.FromWorst.Select(RatingScale.CodeOf)];

        public override int Number(int value)
        {
            uint place = (uint)(value - lowestValue);
            return place < codes.Length ? codes[place] : -1;
        }
    }
}
