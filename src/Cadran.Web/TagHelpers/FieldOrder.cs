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

/// <summary>Notes the place of controls a page writes itself, such as the cells of a table.</summary>
[HtmlTargetElement("input", Attributes = "name", TagStructure = TagStructure.WithoutEndTag)]
[HtmlTargetElement("select", Attributes = "name"), HtmlTargetElement("textarea", Attributes = "name")]
public sealed class WrittenControlTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // Nobody can be led to what cannot take the focus.
        if (output.Attributes.ContainsName("disabled") || Said(output, "type") == "hidden"
            || Said(output, "name") is not { Length: > 0 } name)
            return;
        FieldOrder.Of(View).Add(name, Said(output, "id") ?? TagBuilder.CreateSanitizedId(name, "_"));
    }

    private static string? Said(TagHelperOutput output, string attribute) => output.Attributes[attribute]?.Value?.ToString();
}
