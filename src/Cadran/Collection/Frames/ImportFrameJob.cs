using Cadran.Csv;
using Cadran.Jobs;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Brings a checked list into its frame while somebody waits.</summary>
public sealed class ImportFrameJob(CadranDb db, ImportFrame import, FrameUploads uploads) : IJobWork
{
    public sealed record Input(Guid FrameId, Guid ImportId, DuplicateChoice Choice);

    public static string Kind => "collection.frame";

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        var input = job.ReadInput<Input>();
        Frame frame = await db.Frames.FirstOrDefaultAsync(f => f.Id == input.FrameId, ct) ?? throw new MissingException("The frame");
        FrameImport list = await db.FrameImports.FirstOrDefaultAsync(i => i.Id == input.ImportId && i.FrameId == frame.Id, ct)
            ?? throw new MissingException("The list");
        FrameReport report;
        using (CsvReader csv = uploads.Open(list.Id))
            report = await import.CommitAsync(frame, list, csv, input.Choice, progress, ct);
        uploads.Delete(list.Id);
        return new { report.People, report.New };
    }
}
