using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;
using Cadran.Storage;
using Cadran.Web.Platform;

namespace Cadran.Web.Pages.Collection;

/// <summary>
/// How far the people of a wave have come: drawn, invited, reached, and how many answered, with rates and their formulas.
/// </summary>
public sealed class WavesLedgerModel(CadranDb db, Access access, WaveLedgers ledgers, WaveFieldwork fieldwork)
    : LoadedPage<WavesLedgerModel.Kept>
{
    /// <param name="Ledger">Null where nobody is drawn, or contacts have gone.</param>
    /// <param name="Answers">Answers that are published of the wave.</param>
    public sealed record Kept(Wave Wave, LocalText Service, WaveLedger? Ledger, long Answers);

    public async Task OnGetAsync(Guid id, CancellationToken ct)
    {
        (Wave wave, Service service) = await db.FindWaveAsync(access, id, Right.Read, ct);
        WaveLedger? ledger = await ledgers.OfAsync(id, ct);
        Shown = new(wave, service.Name, ledger, ledger is null ? 0 : (await fieldwork.CountsAsync(id, ct)).Responses);
    }
}
