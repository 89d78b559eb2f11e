using Cadran.Jobs;

namespace Cadran.Web.Demonstration;

/// <summary>Fills an empty installation with the fictional organisation, for somebody who chose it at set-up.</summary>
internal sealed class DemonstrationJob(DemonstrationContent demonstration) : IJobWork
{
    public static string Kind => "demonstration";

    public async Task<object?> RunAsync(Job job, IProgress<(long Done, long Total)> progress, CancellationToken ct)
    {
        await demonstration.FillAsync(job.OrganisationId, progress, ct);
        return null;
    }
}
