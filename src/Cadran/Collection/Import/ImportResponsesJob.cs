using Cadran.Jobs;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Collection;

/// <summary>Checks or commits an uploaded file while somebody waits.</summary>
public sealed class ImportResponsesJob(CadranDb db, ImportResponses responses, ResponseUploads uploads) : IJobWork
{
    public sealed record Input(Guid WaveId, Guid ImportId, ImportMode Mode);

    public static string Kind => "collection.import";

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        var input = job.ReadInput<Input>();
        ResponseImport import = await db.ResponseImports.FirstOrDefaultAsync(i => i.Id == input.ImportId, ct)
            ?? throw new MissingException("The import");
        ImportReport report = await responses.RunAsync(import, uploads.Require(import.Id), input.Mode, progress, ct);
        if (import.CommittedAtUtc is not null) uploads.Delete(import.Id);
        return new { report.Rows, report.Good, report.Bad, report.AlreadyThere, report.Added };
    }
}
