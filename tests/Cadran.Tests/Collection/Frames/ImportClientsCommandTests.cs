using Cadran.Collection;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Collection;

/// <summary><c>cadran import clients</c>: the same import without a browser, which says counts and no contact.</summary>
public sealed class ImportClientsCommandTests(TestApp app)
{
    [Fact]
    public async Task AList_ComesIn_AndNobodyIsNamed()
    {
        string tag = FrameData.Tag(), code = FrameData.Tag(), file = Path.GetTempFileName();
        Frame frame = await FrameData.AddAsync(app.Services, app.OrganisationA, FrameData.List(tag, 4), code: code);
        await File.WriteAllTextAsync(file, $"{FrameData.List(tag, 6)},No code,north,,,x.{tag}@example.org\n");
        try
        {
            (int exit, string told) = await RunAsync(file, "--frame", code, "--check");
            Assert.Equal((0, true), (exit, told.Contains("rows 7, people 6, new 2, without any contact 0", StringComparison.Ordinal)));
            Assert.Equal(4, await PeopleAsync(frame));
            (exit, told) = await RunAsync(file, "--frame", code);
            Assert.Equal(0, exit);
            Assert.Contains("The row has no code. 1 rows, the first is row 8", told);
            Assert.DoesNotContain(tag, told);
            Assert.Equal(6, await PeopleAsync(frame));
            (exit, told) = await RunAsync(file, "--frame", "no-such-frame");
            Assert.Equal((2, true), (exit, told.Contains("There is no frame no-such-frame.", StringComparison.Ordinal)));
        }
        finally { File.Delete(file); }
    }

    private Task<int> PeopleAsync(Frame frame) => app.Db(db => db.FramePeople.CountAsync(p => p.FrameId == frame.Id));

    private async Task<(int Exit, string Told)> RunAsync(params string[] arguments)
    {
        var start = new System.Diagnostics.ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Cadran.Web.dll"), "import", "clients", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["Cadran__DataFolder"] = app.DataFolder, ["Cadran__Postgres"] = app.PostgresConnection ?? "" },
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
