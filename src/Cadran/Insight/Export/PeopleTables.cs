using Cadran.Collection;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;

namespace Cadran.Insight;

/// <summary>
/// Hands out answers person by person (ADR 0501, 0503): of closed waves, to those who run the collection, what they think and not who they
/// are. Every reading is an event of the audit trail, written before the answers are handed out.
/// </summary>
public sealed class PeopleTables
{
    private readonly CadranDb db;
    private readonly Publications publications;

    internal PeopleTables(CadranDb db, Publications publications) => (this.db, this.publications) = (db, publications);

    /// <param name="file">What they are read for, as the event says it.</param>
    /// <exception cref="ForbiddenException">The reader does not run the collection.</exception>
    /// <exception cref="MissingException">There is no such wave.</exception>
    /// <exception cref="RuleViolationException">The wave is open, withheld, or some answers wait to join its figures.</exception>
    public async Task<PeopleTable> ReadAsync(Access access, Guid waveId, string file, CancellationToken ct)
    {
        await db.FindWaveAsync(access, waveId, Right.RunCollection, ct);
        return await ReadByOperatorAsync(waveId, file, ct);
    }

    /// <summary>For the command line: whoever runs the program on its machine has the database itself.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task<PeopleTable> ReadByOperatorAsync(Guid waveId, string file, CancellationToken ct)
    {
        if (await publications.PeopleAsync(waveId, ct) is not { } people) throw NotYet();
        var questions = (await publications.QuestionsAsync(waveId, ct)).Value;
        var table = new PeopleTable(people.Table, [.. QuestionColumn.All(people.Table).SelectMany(c => Columns(c, questions))]);
        await db.Because("people.read").TellReadAsync(nameof(Wave), waveId, new Dictionary<string, string>
        {
            ["File"] = file,
            ["Rows"] = $"{table.Rows}",
            ["Columns"] = string.Join(' ', table.Variables.Select(v => v.Name)),
        }, ct);
        return table;
    }

    /// <summary>Whether they would be handed out, without handing them out.</summary>
    public async Task<bool> AreReadyAsync(Guid waveId, CancellationToken ct) => await publications.PeopleAsync(waveId, ct) is not null;

    public static RuleViolationException NotYet() => new RuleViolationException("wave.people-not-yet",
        "Answers person by person are there when the wave has closed and every answer is in its figures.");

    // Who somebody is stays out: channel, language, days, questions of one answer (they are groups), and every question about the person.
    private static IEnumerable<(PeopleVariable, AnalysisItem)> Columns(QuestionColumn column, WaveQuestions questions)
    {
        var question = column.Question;
        if (column.IsChoice || question.Kind is OneOfKind || question.Role == ItemRole.Profile
            || questions.Find(question.Code) is not { Suppressed: null } shown)
            return [];
        if (column.IsMeasured)
            return shown.N != Answered(column.Base) || shown.Series.Any(s => s.Suppressed is not null) ? []
                : column.Series.Where(s => PeopleVariable.MayHold(question, s.Series)).Select(s => PeopleVariable.Of(column, s.Series));
        if (question.Scale is not null)
            return shown.N == Answered(column.Base) ? [(PeopleVariable.Of(question), column.Base)] : [];
        return shown.N != Answered(column.Base) || shown.Answers.Any(a => a.N is null) ? []
            : question.Options.Zip(column.Options, (option, item) => (PeopleVariable.Of(question, option), item));
    }

    private static int Answered(AnalysisItem item)
    {
        var answered = 0;
        foreach (var answer in item.Answers.Span)
            if (answer >= 0) answered++;
        return answered;
    }
}
