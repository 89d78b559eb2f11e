namespace Cadran.Catalogue;

/// <summary>Files of the inventory that wait for a job: the input of the preview, and of the import decided from it.</summary>
/// <param name="Preview">The job of the preview that an import was decided from.</param>
/// <param name="PublishedOn">The day the files were published; null when nobody said it.</param>
public sealed record WaitingFiles(IReadOnlyList<GivenFile> Files, DateOnly? PublishedOn = null, Guid? Preview = null);
