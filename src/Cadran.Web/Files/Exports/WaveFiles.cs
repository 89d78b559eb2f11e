using System.Globalization;
using System.IO.Compression;
using System.Text;
using Cadran.Insight;
using Cadran.Web.Platform;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Files;

/// <summary>Writes a file of a wave as it goes out.</summary>
public sealed class WaveFiles(PeopleTables people, WaveComments comments, IStringLocalizer<Text> text, TimeProvider time)
{
    /// <summary>
    /// Asks for everything the file needs, answers person by person with their event in the trail, and only then gives a way to write it:
    /// what is refused is refused before the first byte.
    /// </summary>
    /// <exception cref="ForbiddenException">The file is for those who run the collection.</exception>
    /// <exception cref="RuleViolationException">The answers are not final.</exception>
    public async Task<Func<Stream, CancellationToken, Task>> PrepareAsync(WaveFileKind kind, WaveFileSubject of, WaveFileStyle style,
        CancellationToken ct)
    {
        if (kind.OfPeople && !of.MayHavePeople) throw new ForbiddenException(nameof(People.Right.RunCollection));
        var kinds = kind == WaveFileKind.Everything ? of.Offered.Where(k => k != kind).ToList() : [kind];
        // A collection that goes on has no answers person by person: everything else is there.
        if (kind == WaveFileKind.Everything && !await people.AreReadyAsync(of.Wave.Id, ct))
            kinds.RemoveAll(k => k.OfPeople && k != WaveFileKind.Comments && k != WaveFileKind.CommentsSpss);
        bool Has(params WaveFileKind[] some) => kinds.Any(some.Contains);
        PeopleTable? table = !Has(WaveFileKind.Answers, WaveFileKind.Spss, WaveFileKind.R, WaveFileKind.Python) ? null
            : of.Access is { } access ? await people.ReadAsync(access, of.Wave.Id, kind.Code, ct)
                : await people.ReadByOperatorAsync(of.Wave.Id, kind.Code, ct);
        IReadOnlyList<WaveComment> written = Has(WaveFileKind.Comments, WaveFileKind.CommentsSpss)
            ? await comments.PageAsync(of.Wave.Id, 1, int.MaxValue, ct) : [];
        return (to, stop) => WriteAsync(kind, kinds, of, style, table, written, to, stop);
    }

    private async Task WriteAsync(WaveFileKind kind, List<WaveFileKind> kinds, WaveFileSubject of, WaveFileStyle style, PeopleTable? table,
        IReadOnlyList<WaveComment> written, Stream to, CancellationToken ct)
    {
        CultureInfo.CurrentUICulture = Localization.Cultures.GetValueOrDefault(style.Language, Localization.Cultures["en"]);
        if (kind != WaveFileKind.Everything)
        {
            await OneAsync(kind, of, style, table, written, to, ct);
            return;
        }
        // An archive ends in pieces that cannot be sent as they come: it is made in a file that nobody else can read and that goes with it.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var made = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
        await using (ZipArchive zip = await ZipArchive.CreateAsync(made, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct))
            foreach (WaveFileKind each in kinds)
            {
                ZipArchiveEntry entry = zip.CreateEntry(of.FileName(each), CompressionLevel.Fastest);
                await using Stream into = await entry.OpenAsync(ct);
                await OneAsync(each, of, style, table, written, into, ct);
            }
        made.Position = 0;
        await made.CopyToAsync(to, ct);
    }

    private Task OneAsync(WaveFileKind kind, WaveFileSubject of, WaveFileStyle style, PeopleTable? table,
        IReadOnlyList<WaveComment> written, Stream to, CancellationToken ct)
    {
        DateTime now = time.GetLocalNow().DateTime;
        string title = $"{of.Service.Name.In(style.Language)}: {of.Wave.Name}";
        Task Bytes(byte[] bytes) => to.WriteAsync(bytes, ct).AsTask();
        Task Script(string script) => Bytes(Encoding.UTF8.GetBytes(script));
        return kind.Code switch
        {
            "counts" => CountsCsv.WriteAsync(to, of, style, text, ct),
            "ddi" => Bytes(DdiCodebook.Of(of, DateOnly.FromDateTime(now))),
            "csv" => PeopleCsv.WriteAsync(to, table!, style.Language, style.Csv, style.Labels, text, ct),
            "sav" => PeopleSav.WriteAsync(to, table!, style.Language, title, now, text, ct),
            "r" => Script(StarterScripts.R(table!, of.FileName(WaveFileKind.Answers), style)),
            "python" => Script(StarterScripts.Python(table!, of.FileName(WaveFileKind.Answers), style)),
            "comments" => CommentsFile.WriteCsvAsync(to, written, style.Csv, ct),
            _ => CommentsFile.WriteSavAsync(to, written, title, now, ct),
        };
    }
}
