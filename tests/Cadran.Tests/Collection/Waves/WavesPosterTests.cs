using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Collection;

/// <summary>The poster of a wave: its address in words and what it asks, in both languages.</summary>
public sealed class WavesPosterTests(TestApp app)
{
    [Fact]
    public async Task Poster_SaysTheAddress_AndWhenOnlyThisComputerCanOpenIt()
    {
        Wave wave = await WaveData.AddAsync(app);
        Page poster = await (await app.As(Role.Analyst)).Get($"/collection/waves/{wave.Id}/poster");
        Assert.Contains($"{app.Address}answer/{wave.Slug}", poster.Text);
        Assert.Contains("Only this computer can open this address", poster.Text); // the tests listen on the loopback
        Assert.Contains("Dites-nous comment cela s’est passé", poster.One(".poster [lang=fr]").TextContent);
    }
}
