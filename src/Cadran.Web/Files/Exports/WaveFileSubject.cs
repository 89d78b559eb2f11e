using Cadran.Catalogue;
using Cadran.Collection;
using Cadran.Insight;
using Cadran.People;

namespace Cadran.Web.Files;

/// <summary>A wave of which somebody wants a file.</summary>
/// <param name="Access">What the reader may; null for whoever runs the program on its machine.</param>
public sealed record WaveFileSubject(Wave Wave, Service Service, WaveAnalysis Analysis, WaveQuestions Questions, Access? Access)
{
    public bool MayHavePeople => Access?.Can(Right.RunCollection, Service.OrganisationId) ?? true;

    public IEnumerable<WaveFileKind> Offered => WaveFileKind.All.Where(kind => MayHavePeople || !kind.OfPeople);

    /// <summary>Safe in every file system; says which service and wave.</summary>
    public string FileName(WaveFileKind kind) =>
        string.Concat($"{Service.Code}-{Wave.Name}".Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' ? c : '_')) + kind.Ending;
}
