using System.Security.Cryptography;
using System.Text;
using Cadran.People;
using Cadran.Standards;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

/// <summary>
/// The rule by which a standard comes into the register: its last month or quarter missed the target, or its chart gave a signal,
/// and nothing that came from it is still to be decided on or under way.
/// </summary>
public sealed class StandardEntries(CadranDb db, TimeProvider time)
{
    /// <summary>A period that ended longer ago was reported late: it says nothing of how things are.</summary>
    public const int MonthsBack = 6;

    /// <summary>Raised by the rule, an entry is wanted within so many days.</summary>
    public const int WantedWithinDays = 90;

    // Twice the time between two looks, and some for a server that was down over a long weekend.
    private static readonly TimeSpan Window = TimeSpan.FromDays(7);

    /// <summary>Raises what the rule asks for. Run twice, or by two servers, it raises nothing twice.</summary>
    /// <returns>How many were raised.</returns>
    public async Task<int> RaiseAsync(CancellationToken ct)
    {
        Moment now = time.Now;
        IReadOnlyList<StandardSignal> signals = await StandardSignals.SinceAsync(db, now.AtUtc - Window, ct);
        int raised = 0;
        foreach (StandardSignal signal in signals.Where(s => s.Period.Last >= now.Today.AddMonths(-MonthsBack)))
        {
            await using var alone = await db.BeginAloneAsync(ct);
            Guid number = NumberOf(signal);
            bool there = await db.ImprovementActions
                .Where(a => a.Id == number || (a.SourceKind == SourceKind.Standard && a.SourceId == signal.StandardId))
                .AnyAsync(a => a.Id == number
                    || (a.Ruling != ActionRuling.Declined && a.AbandonedAtUtc == null && a.DeliveredOn == null), ct);
            if (there) continue;
            string code = await db.ServiceStandards.Where(s => s.Id == signal.StandardId).Select(s => s.Code).FirstAsync(ct);
            var source = new EntrySource(SourceKind.Standard, signal.StandardId, $"{signal.Period}");
            db.ImprovementActions.Add(ImprovementAction.Raise(signal.ServiceId, source, Title(signal, code), Described(signal),
                now.Today.AddDays(WantedWithinDays), Actor.System, now, number));
            await db.Because("action.raise").SaveChangesAsync(ct);
            await alone.CommitAsync(ct);
            raised++;
        }
        return raised;
    }

    private static LocalText Title(StandardSignal signal, string code) => signal.Missed
        ? new($"Standard {code} missed its target", $"La norme {code} n’a pas atteint sa cible")
        : new($"Something changed in standard {code}", $"Quelque chose a changé dans la norme {code}");

    private static LocalText Described(StandardSignal signal)
    {
        (string figures, string period) = ($"{signal.Figures}", $"{signal.Period}");
        return signal.Missed
            ? new($"{period}: {figures} cases kept it. Raised by the rule that follows up what was missed.",
                $"{period}\u00A0: {figures} cas l’ont respectée. Inscrit par la règle qui donne suite à ce qui n’a pas été tenu.")
            : new($"{period}: {figures}. The control chart gave a signal. Raised by the rule that follows signals up.",
                $"{period}\u00A0: {figures}. La carte de contrôle a donné un signal. Inscrit par la règle qui donne suite aux signaux.");
    }

    // The same period of the same standard has the same number, whoever looks.
    private static Guid NumberOf(StandardSignal signal) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{signal.StandardId:N} {signal.Period}")).AsSpan(0, 16), bigEndian: true);
}
