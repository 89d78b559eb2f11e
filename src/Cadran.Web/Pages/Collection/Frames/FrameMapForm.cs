using System.ComponentModel.DataAnnotations;
using Cadran.Collection;

namespace Cadran.Web.Pages.Collection;

/// <summary>What somebody says of the columns of a list.</summary>
public sealed class FrameMapForm
{
    [Display(Name = "Country of telephone numbers"), StringLength(2)]
    public string? Country { get; set; }

    public List<Column> Columns { get; set; } = [];

    public static FrameMapForm From(FrameMap map) => new()
    {
        Country = map.Country,
        Columns = [.. map.Columns.Select(c => new Column { Name = c.Key, Field = c.Value })],
    };

    /// <param name="known">Columns that the file has: others are not taken.</param>
    public FrameMap ToMap(IEnumerable<string> known)
    {
        Dictionary<string, FrameField> fields = [];
        foreach (Column column in Columns)
            if (column is { Name: { } name, Field: { } field } && known.Contains(name) && Enum.IsDefined(field)) fields[name] = field;
        return new(fields, Country?.Trim().ToUpperInvariant() ?? "");
    }

    public sealed class Column
    {
        public string? Name { get; set; }
        public FrameField? Field { get; set; }
    }
}
