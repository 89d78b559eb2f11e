using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Cadran.Statistics.Tests;

/// <summary>
/// A node of a reference file. It remembers which of its values were read, so that a whole run can name those that
/// no test looked at.
/// </summary>
/// <remarks>Members are called as those of <see cref="JsonElement"/>.</remarks>
public sealed class Reference
{
    private readonly JsonElement node;
    private readonly string path;

    private Reference(JsonElement node, string path) => (this.node, this.path) = (node, path);

    /// <summary>The root of a file.</summary>
    public static Reference Open(string file) => new(JsonDocument.Parse(File.ReadAllText(file)).RootElement, Path.GetFileName(file));

    public JsonValueKind ValueKind => node.ValueKind;
    public Reference this[int index] => new(node[index], $"{path}[{index}]");
    public Reference GetProperty(string key) => new(node.GetProperty(key), $"{path}/{key}");
    public IEnumerable<Reference> EnumerateArray() => Enumerable.Range(0, node.GetArrayLength()).Select(i => this[i]);

    public bool TryGetProperty(string key, [NotNullWhen(true)] out Reference? value)
    {
        value = node.TryGetProperty(key, out var element) ? new(element, $"{path}/{key}") : null;
        return value is not null;
    }

    public double GetDouble() { ReferenceValues.Read(path); return node.GetDouble(); }
    public string? GetString() { ReferenceValues.Read(path); return node.GetString(); }
    public double Number(string key) => GetProperty(key).GetDouble();
    public double[] Numbers(string key) => GetProperty(key).Numbers();
    public double[] Numbers() => [.. EnumerateArray().Select(x => x.GetDouble())];

    /// <summary>Path and text of every value below this node.</summary>
    public IEnumerable<KeyValuePair<string, string>> Leaves() => node.ValueKind switch
    {
        JsonValueKind.Object => node.EnumerateObject().SelectMany(p => GetProperty(p.Name).Leaves()),
        JsonValueKind.Array => EnumerateArray().SelectMany(r => r.Leaves()),
        JsonValueKind.Number => [new(path, (node.GetDouble() + 0).ToString("R", CultureInfo.InvariantCulture))], // -0 is 0
        _ => [new(path, node.ToString())],
    };
}
