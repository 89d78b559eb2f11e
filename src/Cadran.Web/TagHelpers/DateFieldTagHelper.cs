using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;date-field for="Input.StartsOn"/&gt;</c>: the browser's own date field.</summary>
[HtmlTargetElement("date-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateFieldTagHelper(IStringLocalizer<Text> text) : FormField(text)
{
    protected override string UsualSize => "short";

    protected override void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl)
    {
        var input = field.Control("input");
        input.Attributes["type"] = "date";
        input.Attributes["value"] = field.Attempted ?? For.Model switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => null,
        };
        Stack(output, field, input, onControl);
    }
}
