using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Collection;

/// <summary>The list of waves: those of the services one may see, with what to do first when there is none.</summary>
public sealed class CollectionIndexTests(TestApp app)
{
    private ResponseStore Store => app.Services.GetRequiredService<ResponseStore>();

    [Fact]
    public async Task OwnWavesOnly_WithStateAndAnswers()
    {
        Wave wave = await WaveData.AddAsync(app);
        await Store.AddRangeAsync(Enumerable.Range(0, 7).Select(_ => WaveData.Response(wave.Id, "{}")));
        Page list = await (await app.As(Role.Executive)).Get($"/collection?service={wave.ServiceId}");
        Assert.Equal("2026-1", list.One("tbody th").TextContent.Trim());
        Assert.Contains("open", list.One("tbody tr").TextContent);
        Assert.Contains("7", list.One("tbody td.num").TextContent);
        Assert.Empty((await (await app.AsForeigner()).Get($"/collection?service={wave.ServiceId}")).Document.QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task Empty_SaysWhatToDoFirst()
    {
        Page empty = await (await app.As(Role.Analyst)).Get($"/collection?service={Guid.NewGuid()}");
        Assert.Contains("No wave yet", empty.One(".empty").TextContent);
    }
}
