using System.Text;
using Cadran.Collection;
using Cadran.People;
using Cadran.Tests.Support;

namespace Cadran.Tests.Collection;

/// <summary>Columns of a list are said once: the next list of the same shape is read alike.</summary>
public sealed class FramesColumnsTests(TestApp app)
{
    [Fact]
    public async Task WhatWasSaid_IsKeptForTheNextListOfTheShape()
    {
        string tag = FrameData.Tag(), list = $"K1,K2,K3\n1,Ann {tag},0{tag}\n2,Bob {tag},x\n";
        Frame frame = await FrameData.AddAsync(app, FrameData.List(tag, 2));
        Page columns = await SendAsync(frame, list);
        Assert.Equal("", ImportSteps.Value(columns, 0, "Field"));
        await columns.RefusesAsync(409, [], ["Say which column is the code of the client: it tells people apart."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Field"] = "Code", ["Input.Columns[1].Field"] = "Code" },
            ["The columns “K1” and “K2” cannot be the same thing."]);
        await columns.RefusesAsync(409, new() { ["Input.Columns[0].Field"] = "Code", ["Input.Country"] = "xx" },
            ["“XX” is no country: write two letters, such as BE or CA."]);
        Page check = await columns.Submit(new()
        {
            ["Input.Columns[0].Field"] = "Code",
            ["Input.Columns[1].Field"] = "Name",
            ["Input.Columns[2].Field"] = "Other",
        });
        Assert.Equal("What the check found", check.Title);
        await app.Services.TraceAsync("frame.check", check.Id, "Analyst tester", null, "K3");
        await (await check.Submit()).JobEnd();
        Page again = await SendAsync(frame, list);
        Assert.Equal(["Code", "Name", "Other"], Enumerable.Range(0, 3).Select(i => ImportSteps.Value(again, i, "Field")));
        // Also in another frame of the organisation.
        Page elsewhere = await SendAsync(await FrameData.AddAsync(app, FrameData.List(FrameData.Tag(), 2)), list);
        Assert.Equal("Name", ImportSteps.Value(elsewhere, 1, "Field"));
    }

    private async Task<Page> SendAsync(Frame frame, string list)
    {
        Browser analyst = await app.As(Role.Analyst);
        string path = $"/collection/frames/{frame.Id}/import";
        return await ImportSteps.Send(analyst, await analyst.Get(path), path, Encoding.UTF8.GetBytes(list), "clients.csv", "Upload");
    }
}
