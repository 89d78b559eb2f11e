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
