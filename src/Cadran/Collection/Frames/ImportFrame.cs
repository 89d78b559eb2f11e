using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>
/// Makes frames and brings lists of clients into them, or only says what would happen. One operation for the page, the job and the command.
/// A client who is there already, by the code, is written anew; nobody leaves a frame by not being in a file. All or nothing.
/// </summary>
public sealed class ImportFrame(CadranDb db, ContactKeySource source, IDataProtectionProvider protection, TimeProvider time)
{
    private const int Portion = 2000;

    /// <summary>A new frame, not yet saved.</summary>
    public Frame Add(Guid organisationId, Guid? serviceId, string code, string name, DateOnly contactsUntil, Actor by)
    {
        Frame frame = Frame.Add(organisationId, serviceId, code, name, contactsUntil, FrameSeal.NewKey(protection), by, time.Now);
        db.Frames.Add(frame);
        return frame;
    }

    /// <summary>How a file of these columns was read last, in this frame or another of the organisation.</summary>
    public async Task<FrameMap> GuessAsync(Frame frame, IReadOnlyList<string> columns, CancellationToken ct)
    {
        List<FrameMap> used = await db.Frames.AsNoTracking().Where(f => f.OrganisationId == frame.OrganisationId && f.FilledAtUtc != null)
            .OrderBy(f => f.Id == frame.Id ? 0 : 1).ThenByDescending(f => f.FilledAtUtc).Select(f => f.Map).Take(20).ToListAsync(ct);
        return FrameMap.Guess(columns, used);
    }

    /// <summary>Reads the list and says what is in it.</summary>
    public async Task<FrameReport> CheckAsync(Frame frame, CsvReader csv, FrameMap map, DuplicateChoice choice, CancellationToken ct)
    {
        frame.RequireKey();
        (FrameRows rows, List<FrameRow> people) = await ReadAsync(frame, csv, map, choice, null, ct);
        return await ReportAsync(frame, rows, people, ct);
    }

    /// <summary>Brings the list into the frame.</summary>
    public async Task<FrameReport> CommitAsync(Frame frame, FrameImport import, CsvReader csv, DuplicateChoice choice,
        IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        import.RequireOpen();
        using FrameSeal seal = FrameSeal.Of(frame, protection);
        (FrameRows rows, List<FrameRow> people) = await ReadAsync(frame, csv, import.Map, choice, progress, ct);
        FrameReport report = await ReportAsync(frame, rows, people, ct);
        if (people.Count == 0) throw new RuleViolationException("frame.nobody", "Nobody in this list can be taken into the frame.");
        await using var alone = await db.BeginAloneAsync(ct);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        int done = 0;
        foreach (FrameRow[] portion in people.Chunk(Portion))
        {
            await WriteAsync(frame, portion, seal, ct);
            done += portion.Length;
            progress?.Report((done, people.Count));
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await FinishAsync(frame, import, report, ct);
        await alone.CommitAsync(ct);
        return report;
    }

    // People are written in portions that the context forgets again: a frame of a hundred thousand is not tracked whole.
    private async Task WriteAsync(Frame frame, FrameRow[] portion, FrameSeal seal, CancellationToken ct)
    {
        List<string> codes = [.. portion.Select(p => p.CodeDigest)];
        Dictionary<string, FramePerson> known = await db.FramePeople.Where(p => p.FrameId == frame.Id && codes.Contains(p.CodeDigest))
            .ToDictionaryAsync(p => p.CodeDigest, ct);
        List<FramePerson> touched = [];
        foreach (FrameRow row in portion)
        {
            if (!known.TryGetValue(row.CodeDigest, out FramePerson? person))
                db.FramePeople.Add(person = new() { FrameId = frame.Id, CodeDigest = row.CodeDigest, AddedAtUtc = time.Now.AtUtc });
            row.WriteTo(person, seal);
            touched.Add(person);
        }
        db.ChangeTracker.DetectChanges();
        await db.Because("frame.import").SaveChangesAsync(ct);
        foreach (FramePerson person in touched) db.Entry(person).State = EntityState.Detached;
    }

    private async Task FinishAsync(Frame frame, FrameImport import, FrameReport report, CancellationToken ct)
    {
        frame.Fill(import.Map, await CountAsync(frame.Id, ct), time.Now);
        import.Commit(report, time.Now);
        await db.Because("frame.import").SaveChangesAsync(ct);
    }

    private async Task<List<FrameCount>> CountAsync(Guid frameId, CancellationToken ct)
    {
        var people = db.FramePeople.Where(p => p.FrameId == frameId);
        var strata = await people.GroupBy(p => p.Stratum).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        var languages = await people.GroupBy(p => p.Language).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        var channels = await people.GroupBy(p => p.Channel).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        return
        [
            .. strata.Select(g => new FrameCount(FrameField.Stratum, g.Key, g.People)).OrderBy(c => c.Name, StringComparer.Ordinal),
            .. languages.Select(g => new FrameCount(FrameField.Language, g.Key, g.People)).OrderBy(c => c.Name, StringComparer.Ordinal),
            .. channels.Select(g => new FrameCount(FrameField.Channel, g.Key, g.People)).OrderBy(c => c.Name, StringComparer.Ordinal),
        ];
    }

    private async Task<(FrameRows, List<FrameRow>)> ReadAsync(Frame frame, CsvReader csv, FrameMap map, DuplicateChoice choice,
        IProgress<(long Done, long Total)>? progress, CancellationToken ct)
    {
        map.Require();
        ContactKeys keys = await source.GetAsync(ct);
        try
        {
            var rows = new FrameRows(csv, map, keys, frame.Id, choice);
            return (rows, await Task.Run(() => rows.Read(() =>
            {
                ct.ThrowIfCancellationRequested();
                progress?.Report(csv.Progress);
            }), ct));
        }
        catch (CsvException broken) { throw broken.Error.AsRule(); }
    }

    private async Task<FrameReport> ReportAsync(Frame frame, FrameRows rows, List<FrameRow> people, CancellationToken ct)
    {
        var known = await db.FramePeople.AsNoTracking().Where(p => p.FrameId == frame.Id)
            .Select(p => new { p.CodeDigest, p.EmailDigest }).ToListAsync(ct);
        HashSet<string> codes = [.. known.Select(p => p.CodeDigest)];
        ILookup<string, string> byEmail = known.Where(p => p.EmailDigest is not null).ToLookup(p => p.EmailDigest!, p => p.CodeDigest);
        return rows.Report(people.Count, people.Count(p => !codes.Contains(p.CodeDigest))) with
        {
            Unreachable = people.Count(p => p is { EmailDigest: null, PhoneDigest: null, PostDigest: null }),
            KnownElsewhere = people.Count(p => p.EmailDigest is { } email && byEmail[email].Any(code => code != p.CodeDigest)),
        };
    }
}
