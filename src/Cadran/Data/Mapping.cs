using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadran;

/// <summary>The two mappings every module uses: a text in several languages, and a record kept as JSON.</summary>
internal static class Mapping
{
    public static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void LocalText<T>(this EntityTypeBuilder<T> entity, Expression<Func<T, LocalText>> property, int? maxLength = Cadran.LocalText.MaxLength) where T : class =>
        entity.ComplexProperty(property!, text =>
        {
            text.IsRequired();
            foreach (string language in new[] { nameof(Cadran.LocalText.En), nameof(Cadran.LocalText.Fr), nameof(Cadran.LocalText.Nl), nameof(Cadran.LocalText.De) })
            {
                var column = text.Property<string>(language);
                if (maxLength is { } length) column.HasMaxLength(length);
            }
        });

    public static void Json<T, TValue>(this EntityTypeBuilder<T> entity, Expression<Func<T, TValue>> property) where T : class =>
        entity.Property(property).HasConversion(
            new ValueConverter<TValue, string>(value => JsonSerializer.Serialize(value, JsonOptions), json => JsonSerializer.Deserialize<TValue>(json, JsonOptions)!),
            new ValueComparer<TValue>(
                (left, right) => JsonSerializer.Serialize(left, JsonOptions) == JsonSerializer.Serialize(right, JsonOptions),
                value => JsonSerializer.Serialize(value, JsonOptions).GetHashCode(StringComparison.Ordinal),
                value => value));
}
