using System.Diagnostics;
using Cadran.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Logging;

namespace Cadran.Collection;

/// <summary>
/// Imports into the SQLite file, which knows one writer at a time: rows are written in portions between the commits of people who send
/// answers. What is not committed as a whole is seen by nobody (<see cref="SqliteResponseScan.Counts"/>), and the next import sweeps it
/// away.
/// </summary>
internal sealed partial class SqliteResponseStore
{
    // Rows of the first portion, and of any; how long others may have to wait for one.
    private const int First = 1000, Least = 250, Most = 20_000;
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(100), Again = TimeSpan.FromMilliseconds(200);

    private protected override async Task AddImportAsync(
        CadranDb db, ResponseImport import, IEnumerable<Response> sorted, Func<Task> commit, CancellationToken ct)
    {
        // One import at a time, in any process: so rows that do not count are of one that was cut off.
        using FileStream alone = await AloneAsync(ct);
        await SweepAsync(import.WaveId, ct);
        bool counts = false;
        try
        {
            long added = await InPortionsAsync(sorted, (writer, response) => writer.Insert(response), ct);
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(ct);
            // A writer of its own: this process's counter stays free for people who send answers meanwhile.
            using (SqliteResponseWriter writer = SqliteResponseWriter.Within((SqliteTransaction)transaction.GetDbTransaction()))
                writer.AddCount(import.WaveId, Guid.NewGuid().ToString("N"), added);
            await commit();
            await transaction.CommitAsync(ct);
            counts = true;
        }
        finally
        {
            if (!counts) await SweepAsync(import.WaveId, CancellationToken.None);
        }
    }

    internal override async Task<long> TakeOutAsync(CadranDb db, ResponseImport import, Func<long, Task> commit, CancellationToken ct)
    {
        using FileStream alone = await AloneAsync(ct);
        long there = await db.Responses.LongCountAsync(r => r.WaveId == import.WaveId && r.ImportId == import.Id, ct);
        await using (IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await commit(there);
            await transaction.CommitAsync(ct);
        }
        try { await SweepAsync(import.WaveId, CancellationToken.None); }
        catch (SqliteException failure)
        {
            Log.LogWarning(failure, "Responses that were taken back are not deleted yet; the next import deletes them");
        }
        return there;
    }

    // Deletes the rows of the wave that do not count.
    private async Task SweepAsync(Guid waveId, CancellationToken ct)
    {
        List<Guid> ids = await Task.Run(() => NotCounted(waveId), ct);
        await InPortionsAsync(ids, (writer, id) => writer.Delete(waveId, id), ct);
    }

    // As many at a time as a machine does while others can wait, however fast it is and whatever else it does.
    private async Task<long> InPortionsAsync<T>(IEnumerable<T> all, Action<SqliteResponseWriter, T> write, CancellationToken ct)
    {
        using IEnumerator<T> rest = all.GetEnumerator();
        (int size, long done) = (First, 0);
        while (Next(rest, size) is { Count: > 0 } portion)
        {
            ct.ThrowIfCancellationRequested();
            var took = TimeSpan.Zero;
            await PortionAsync(() =>
            {
                long started = Stopwatch.GetTimestamp();
                Write(writer => { foreach (T one in portion) write(writer, one); });
                took = Stopwatch.GetElapsedTime(started);
            });
            done += portion.Count;
            double fitting = portion.Count * (Wait / took);
            size = (int)Math.Clamp(fitting, Least, Math.Clamp(2.0 * portion.Count, Least, Most));
        }
        return done;
    }

    private static List<T> Next<T>(IEnumerator<T> rest, int size)
    {
        var portion = new List<T>(size);
        while (portion.Count < size && rest.MoveNext()) portion.Add(rest.Current);
        return portion;
    }

    private List<Guid> NotCounted(Guid waveId)
    {
        using SqliteConnection connection = Open();
        using var find = new SqliteStatement(connection, $"""
            select "Id" from "Responses" where "WaveId" = ? and not {SqliteResponseScan.Counts}
            """);
        find.Bind(waveId);
        var ids = new List<Guid>();
        while (find.Step()) ids.Add(Guid.Parse(find.Bytes(0)));
        return ids;
    }

    private void Write(Action<SqliteResponseWriter> write)
    {
        using SqliteConnection connection = Open();
        using SqliteTransaction transaction = connection.BeginTransaction();
        using (SqliteResponseWriter writer = SqliteResponseWriter.Within(transaction)) write(writer);
        transaction.Commit();
    }

    private async Task<FileStream> AloneAsync(CancellationToken ct)
    {
        while (true)
        {
            try { return PrivateFiles.Alone(file + "-import"); }
            catch (IOException) when (File.Exists(file + "-import")) { await Task.Delay(Again, ct); }
        }
    }
}
