using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Jobs;
using Cadran.Web.Demonstration;

namespace Cadran.Web.Pages.Jobs;

/// <summary>
/// Where the person who waited lands when work is done: work says what it is about, and only the pages know their addresses.
/// </summary>
internal static class JobPages
{
    private static readonly Dictionary<string, Func<Job, string>> ByKind = new()
    {
        [PreviewCatalogueJob.Kind] = job => Routes.Inventory.Outcome(job.Id),
        [ImportCatalogueJob.Kind] = job => Routes.Inventory.Outcome(job.Id),
        [ImportResponsesJob.Kind] = job => Imported(job.ReadInput<ImportResponsesJob.Input>()),
        [ImportFrameJob.Kind] = job => Imported(job.ReadInput<ImportFrameJob.Input>()),
        [DemonstrationJob.Kind] = _ => Routes.Catalogue.Index,
    };

    public static IEnumerable<string> Kinds => ByKind.Keys;

    /// <returns>Home for a kind that this program does not know: a row of another version.</returns>
    public static string Of(Job job) => ByKind.GetValueOrDefault(job.Kind)?.Invoke(job) ?? Routes.Home;

    private static string Imported(ImportFrameJob.Input input) => Routes.Frames.Check(input.FrameId, input.ImportId);

    private static string Imported(ImportResponsesJob.Input input) => Routes.Imports.Check(input.WaveId, input.ImportId);
}
