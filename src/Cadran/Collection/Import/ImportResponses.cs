using System.Security.Cryptography;
using Cadran.Csv;
using Cadran.People;
using Cadran.Questionnaires;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>
/// Brings the rows of a file into a wave, or only says what would happen. One operation for the page, the job and the command.
/// Nothing is half done: all rows count from one moment on, and with all-or-none the first bad row ends with none in.
/// </summary>
public sealed class ImportResponses
{
    private readonly CadranDb db;
    private readonly ResponseStore store;
    private readonly ResponseTables tables;
    private readonly UploadFolder folder;
    private readonly TimeProvider time;

    internal ImportResponses(CadranDb db, ResponseStore store, ResponseTables tables, UploadFolder folder, TimeProvider time) =>
        (this.db, this.store, this.tables, this.folder, this.time) = (db, store, tables, folder, time);

    /// <summary>
    /// Reads the file through once; adds its rows unless <paramref name="mode"/> only checks. The import is saved with its report.
    /// </summary>
    public async Task<ImportReport> RunAsync(
        ResponseImport import, string path, ImportMode mode, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        import.RequireOpen();
        Wave wave = await db.Waves.AsNoTracking().FirstAsync(w => w.Id == import.WaveId, ct);
        QuestionnaireContent content =
            (await db.QuestionnaireVersions.Where(v => v.Id == wave.VersionId).Select(v => v.Content).FirstAsync(ct)).Unfolded();
        import.Map.Check(content);
        HashSet<Guid> taken =
            [.. await db.CountedResponses().Where(r => r.WaveId == wave.Id && r.ImportId != null).Select(r => r.Id).ToListAsync(ct)];
        ImportReport report;
        try
        {
            using CsvReader csv = CsvReader.Open(path, import.Map.Reading());
            var rows = new ImportRows(csv, import.Map, content, wave, import.Id, DefaultDay(wave), import.FileHash, taken);
            IEnumerable<Response> responses = rows.Read(() => { ct.ThrowIfCancellationRequested(); progress.Report(csv.Progress); });
            report = mode == ImportMode.Check ? await Task.Run(() => Count(responses, rows), ct)
                : await CommitAsync(import, responses, rows, mode == ImportMode.AllOrNone, ct);
        }
        catch (CsvException broken)
        {
            report = new ImportCounts().Report(0, broken.Error);
        }
        if (report.Added > 0) return report;
        import.Checked(report);
        await db.Because(mode == ImportMode.Check ? "import.check" : "import.commit").SaveChangesAsync(ct);
        return report;
    }

    // Read whole before anything is written; the rows and what says that they were imported are there together or not at all.
    private async Task<ImportReport> CommitAsync(
        ResponseImport import, IEnumerable<Response> responses, ImportRows rows, bool allOrNone, CancellationToken ct)
    {
        using var spool = new ResponseSpool(folder);
        await Task.Run(() =>
        {
            // After the first bad row the rest is only read, to report it whole.
            foreach (Response response in responses)
                if (!allOrNone || rows.Tally.Bad == 0) spool.Add(response);
        }, ct);
        if (spool.Count == 0 || allOrNone && rows.Tally.Bad > 0) return rows.Report(0);
        ImportReport report = rows.Report(spool.Count);
        await store.ImportAsync(db, import, spool.InOrder(), async () =>
        {
            import.Commit(report, time.Now);
            if (db.Entry(import).State == EntityState.Detached) db.ResponseImports.Add(import);
            await db.Because("import.commit").SaveChangesAsync(ct);
        }, ct);
        tables.Forget(import.WaveId);
        return report;
    }

    /// <summary>Takes every response of the import out of its wave again. Returns how many.</summary>
    public async Task<long> UndoAsync(ResponseImport import, string reason, Actor by, CancellationToken ct)
    {
        // What says that it was taken back is saved with it, wherever the import was read.
        if (db.Entry(import).State == EntityState.Detached) db.Attach(import);
        import.Undo(reason, by, time.Now);
        long removed = await store.TakeOutAsync(db, import, async there =>
        {
            db.Add(new ResponseCount { WaveId = import.WaveId, Writer = "undo-" + import.Id.ToString("N"), Count = -there });
            await db.Because("import.undo").SaveChangesAsync(ct);
        }, ct);
        tables.Forget(import.WaveId);
        return removed;
    }

    /// <summary>SHA-256 of a file, what makes two uploads the same file.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }

    /// <summary>A name without folders or control characters, short enough to show.</summary>
    public static string DisplayName(string fileName)
    {
        string name = string.Concat(fileName.Split('/', '\\')[^1].Where(c => !char.IsControl(c))).Trim();
        if (name.Length == 0) return "file";
        return name.Length <= ResponseImport.FileNameMaxLength ? name : name[..ResponseImport.FileNameMaxLength];
    }

    // Files without a day describe a wave that is over, or one that is running.
    private DateOnly DefaultDay(Wave wave)
    {
        DateOnly today = time.Today;
        return wave.ClosesOn < today ? wave.ClosesOn : today;
    }

    private static ImportReport Count(IEnumerable<Response> responses, ImportRows rows)
    {
        foreach (Response _ in responses) { }
        return rows.Report(0);
    }
}
