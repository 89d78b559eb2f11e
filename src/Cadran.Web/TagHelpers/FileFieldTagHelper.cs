using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;file-field for="Input.File" accept=".csv"/&gt;</c>; the form needs <c>enctype="multipart/form-data"</c>.</summary>
[HtmlTargetElement("file-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileFieldTagHelper(IStringLocalizer<Text> text) : FormField(text)
{
    protected override void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl)
    {
        var input = field.Control("input");
        input.Attributes["type"] = "file";
        Stack(output, field, input, onControl);
    }
}
