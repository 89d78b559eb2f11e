using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.TagHelpers;

/// <summary><c>&lt;field for="Input.Name" hint="…"/&gt;</c>: one line of text, a number, an address.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IStringLocalizer<Text> text) : FormField(text)
{
    /// <summary>HTML input type. Numbers stay text with a numeric keyboard: a decimal comma is not an error.</summary>
    public string? Type { get; set; }

    protected override void Fill(TagHelperOutput output, FieldMarkup field, IReadOnlyList<TagHelperAttribute> onControl)
    {
        var input = field.Control("input");
        var type = Type ?? For.Metadata.DataTypeName switch
        {
            "EmailAddress" => "email",
            "Password" => "password",
            "PhoneNumber" => "tel",
            "Url" => "url",
            _ => "text",
        };
        input.Attributes["type"] = type;
        if (type != "password") input.Attributes["value"] = Value(field);
        if (MaxLength() is { } length) input.Attributes["maxlength"] = length.ToString(CultureInfo.InvariantCulture);
        if (type is "email" or "url") input.Attributes["spellcheck"] = "false";
        if (Keyboard() is { } keyboard) input.Attributes["inputmode"] = keyboard;
        Stack(output, field, input, onControl);
    }

    private string? Keyboard() => System.Type.GetTypeCode(For.Metadata.UnderlyingOrModelType) switch
    {
        TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64 when !For.Metadata.IsEnum => "numeric",
        TypeCode.Double or TypeCode.Single or TypeCode.Decimal => "decimal",
        _ => null,
    };
}
