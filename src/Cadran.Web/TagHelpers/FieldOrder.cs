using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cadran.Web.TagHelpers;

/// <summary>
/// The fields of a page in the order in which they stand, with the id of their first control. Filled while the page is made; the
/// error summary, which stands above the fields, is written out only after them and so can follow their order.
/// </summary>
public sealed class FieldOrder
{
    private readonly Dictionary<string, (int Place, string Id)> places = new(StringComparer.OrdinalIgnoreCase);

    public static FieldOrder Of(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(FieldOrder)] is FieldOrder known) return known;
        var order = new FieldOrder();
        view.HttpContext.Items[typeof(FieldOrder)] = order;
        return order;
    }

    public void Add(string name, string id) => places.TryAdd(name, (places.Count, id));

    /// <summary>What is said of the whole form comes first, what no field of the page asks for last.</summary>
    public int PlaceOf(string name) => name.Length == 0 ? -1 : places.TryGetValue(name, out var at) ? at.Place : int.MaxValue;

    public string IdOf(string name) => places.TryGetValue(name, out var at) ? at.Id : TagBuilder.CreateSanitizedId(name, "_");
}
