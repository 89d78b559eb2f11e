using System.Text;
using Cadran.Collection;
using Cadran.Csv;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Support;

/// <summary>Frames and samples made directly, by the operations that pages use.</summary>
internal static class FrameData
{
    public static readonly Actor Somebody = new(null, "somebody");

    /// <summary>A code, and part of addresses, that no other test has.</summary>
    public static string Tag() => Guid.NewGuid().ToString("N")[..12];

    /// <summary>So many clients in two strata, three to one, each with an address of that tag.</summary>
    public static string List(string tag, int count) => "code,name,stratum,cluster,language,email\n"
        + string.Concat(Enumerable.Range(0, count).Select(i => $"C{i},Client {i},{(i % 4 == 0 ? "south" : "north")},c{i % 8},"
            + $"{(i % 3 == 0 ? "fr" : "en")},p{i}.{tag}@example.org\n"));

    public static async Task<Frame> AddAsync(IServiceProvider services, Guid organisation, string list, Guid? service = null,
        string? code = null)
    {
        using IServiceScope scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        var frames = scope.ServiceProvider.GetRequiredService<ImportFrame>();
        Frame frame = frames.Add(organisation, service, code ?? Tag(), "Clients", WaveData.Today.AddYears(1), Somebody);
        FrameImport import = FrameImport.Send(frame.Id, "clients.csv", Somebody, TestApp.Now);
        using CsvReader csv = FrameUploads.Read(new MemoryStream(Encoding.UTF8.GetBytes(list)));
        import.Expect(FrameMap.Guess(csv.Header, []));
        db.FrameImports.Add(import);
        await db.Because("test").SaveChangesAsync();
        await frames.CommitAsync(frame, import, csv, DuplicateChoice.Merge, null, CancellationToken.None);
        return frame;
    }

    public static Task<Frame> AddAsync(TestApp app, string list, Guid? service = null) =>
        AddAsync(app.Services, app.OrganisationA, list, service);

    /// <summary>A wave that opens in so many days.</summary>
    public static Task<Wave> PlannedAsync(TestApp app, int days = 30, Guid? organisation = null) =>
        WaveData.AddAsync(app, opens: WaveData.Today.AddDays(days), closes: WaveData.Today.AddDays(days + 28),
            organisationId: organisation);

    public static async Task<Sample> DrawAsync(IServiceProvider services, Frame frame, Wave wave, int invite, long seed = 1)
    {
        using IServiceScope scope = services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<CadranDb>();
        Frame found = await db.Frames.FirstAsync(f => f.Id == frame.Id);
        return await scope.ServiceProvider.GetRequiredService<DrawSample>().RunAsync(
            found, wave, new() { Aim = SampleAim.Number, Invite = invite }, seed, Somebody, CancellationToken.None);
    }

    public static Task<int> DueAsync(TestApp app, Frame frame)
    {
        DateOnly yesterday = WaveData.Today.AddDays(-1);
        return app.Db(db => db.Frames.Where(f => f.Id == frame.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ContactsUntil, yesterday)));
    }
}
