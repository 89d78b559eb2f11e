using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;text-area-field for="Input.Reason" rows="4"/&gt;</c></summary>
[HtmlTargetElement("text-area-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TextAreaFieldTagHelper(IStringLocalizer<Text> text) : FormField(text)
{
    public int Rows { get; set; } = 4;

    protected override void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl)
    {
        var area = field.Control("textarea");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        if (MaxLength() is { } length) area.Attributes["maxlength"] = length.ToString(CultureInfo.InvariantCulture);
        // A parser drops the first line break after <textarea>; ours is the one to drop.
        area.InnerHtml.AppendHtml("\n").Append(Value(field) ?? "");
        Stack(output, field, area, onControl);
    }
}
