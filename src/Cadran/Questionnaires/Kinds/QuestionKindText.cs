using System.ComponentModel;
using System.Globalization;

namespace Cadran.Questionnaires;

/// <summary>A kind in a form is its code.</summary>
internal sealed class QuestionKindText : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        QuestionKind.Find((string)value) ?? throw new FormatException();
}
