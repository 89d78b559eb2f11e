using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace Cadran;

/// <summary>
/// A property that stored JSON does not mention when it holds nothing: an empty list, an empty text, the default of its type. What was
/// stored before the property existed is then written again to the letter.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LeftOutWhenEmptyAttribute : Attribute
{
    internal static void Apply(JsonTypeInfo type)
    {
        foreach (JsonPropertyInfo property in type.Properties)
            if (property.AttributeProvider?.IsDefined(typeof(LeftOutWhenEmptyAttribute), false) == true)
                property.ShouldSerialize = (_, value) => !IsEmpty(value);
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        LocalText text => text == LocalText.Empty,
        string text => text.Length == 0,
        ICollection list => list.Count == 0,
        IEnumerable list => !list.Cast<object?>().Any(),
        ValueType number => number.Equals(Activator.CreateInstance(number.GetType())),
        _ => false,
    };
}
