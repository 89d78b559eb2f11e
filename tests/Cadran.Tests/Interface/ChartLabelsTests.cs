using System.Diagnostics;
using System.Text.Json;
using Cadran.Tests.Support;

namespace Cadran.Tests.Interface;

/// <summary>
/// Names on the priority matrix, placed by the script the browser runs: none covers another, and none is lost where there is room.
/// </summary>
public sealed class ChartLabelsTests
{
    private sealed record Box(double X, double Y, double Width, double Height)
    {
        public bool Meets(Box other) =>
            X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }

    [Theory]
    [InlineData("three close together", 3, 18)]
    [InlineData("five in a bunch", 5, 24)]
    [InlineData("five on one line", 5, 0)]
    public async Task Names_StandClear(string kind, int count, int spread)
    {
        (double X, double Y)[] points =
            [.. Enumerable.Range(0, count).Select(i => (130.0 + 16 * i % 50, 150.0 + spread * ((i * 2 + 1) % 3)))];
        if (spread == 0) points = [.. Enumerable.Range(0, count).Select(i => (70.0 + 42 * i, 150.0))];
        Box?[] placed = await PlaceAsync(points);
        Assert.True(placed.All(b => b is not null), $"{kind}: {JsonSerializer.Serialize(placed)}");
        Clear(placed, points);
    }

    [Fact]
    public async Task WhereThereIsNoRoom_NamesAreLeftOutInsteadOfWrittenOverEachOther()
    {
        (double X, double Y)[] points = [.. Enumerable.Range(0, 20).Select(i => (150.0 + i % 5, 150.0 + i / 5))];
        Box?[] placed = await PlaceAsync(points);
        Assert.Contains(placed, b => b is null);
        Assert.Contains(placed, b => b is not null);
        Clear(placed, points);
    }

    private static void Clear(Box?[] placed, (double X, double Y)[] points)
    {
        Box[] shown = [.. placed.OfType<Box>()];
        Assert.All(shown, (box, i) => Assert.DoesNotContain(shown.Skip(i + 1), box.Meets));
        Assert.All(shown, box => Assert.DoesNotContain(points, p => box.Meets(new(p.X - 6, p.Y - 6, 12, 12))));
        Assert.All(shown, box => Assert.True(box.X >= 0 && box.X + box.Width <= 300 && box.Y >= 0 && box.Y + box.Height <= 300));
    }

    // A frame of 300 by 300 pixels, names of 80 by 15.
    private static async Task<Box?[]> PlaceAsync((double X, double Y)[] points)
    {
        string assets = Path.Combine(Sources.Web, "Assets");
        string names = JsonSerializer.Serialize(points
            .Select(p => new { x = p.X, y = p.Y, width = 80, height = 15, left = p.X, right = p.X, high = p.Y - 15, low = p.Y + 15 }));
        string script = $$"""
            import { build } from "esbuild";
            const built = await build({ entryPoints: ["ts/charts/labels.ts"], bundle: true, format: "esm", write: false });
            const { place } = await import("data:text/javascript;base64," + Buffer.from(built.outputFiles[0].text).toString("base64"));
            console.log(JSON.stringify(place({{names}}, { x: 0, y: 0, width: 300, height: 300 }, [])));
            """;
        using var node = Process.Start(new ProcessStartInfo("node", ["--input-type=module", "-e", script])
        {
            WorkingDirectory = assets,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string output = await node.StandardOutput.ReadToEndAsync();
        string said = await node.StandardError.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, said);
        return JsonSerializer.Deserialize<Box?[]>(output, JsonSerializerOptions.Web)!;
    }
}
