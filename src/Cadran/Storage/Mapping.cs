using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Cadran;

/// <summary>The mappings every module uses: a text in several languages, a record kept as JSON, and what leaves no trace.</summary>
internal static class Mapping
{
    public static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeftOutWhenEmptyAttribute.Apply } },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        // Which kind of condition a rule is may stand anywhere in it: people write such JSON by hand.
        AllowOutOfOrderMetadataProperties = true,
    };

    public static void LocalText<T>(
        this EntityTypeBuilder<T> entity, Expression<Func<T, LocalText>> property, int? maxLength = Cadran.LocalText.MaxLength)
        where T : class =>
        entity.ComplexProperty(property!, text =>
        {
            text.IsRequired();
            string[] languages =
                [nameof(Cadran.LocalText.En), nameof(Cadran.LocalText.Fr), nameof(Cadran.LocalText.Nl), nameof(Cadran.LocalText.De)];
            foreach (string language in languages)
            {
                var column = text.Property<string>(language);
                if (maxLength is { } length) column.HasMaxLength(length);
            }
        });

    private const string DocumentAnnotation = "Cadran:JsonDocument", RefusalAnnotation = "Cadran:Refusal";

    /// <summary>On what Identity maps itself; our own mappings say it with <see cref="NotAudited{T}(EntityTypeBuilder{T})"/>.</summary>
    public const string NotAuditedAnnotation = "Cadran:NotAudited";

    /// <summary>A text that holds a JSON document written by hand, not by a converter: <c>jsonb</c> where the database knows it.</summary>
    public static void IsJsonDocument(this PropertyBuilder<string> property) => property.HasAnnotation(DocumentAnnotation, true);

    public static void UseJsonb(ModelBuilder builder)
    {
        foreach (var property in builder.Model.GetEntityTypes().SelectMany(e => e.GetProperties()))
            if (property.FindAnnotation(DocumentAnnotation) is not null) property.SetColumnType("jsonb");
    }

    /// <summary>
    /// Rows that leave no trace in the audit trail: people's answers, which are facts and not changes of state, and mere progress.
    /// </summary>
    public static void NotAudited<T>(this EntityTypeBuilder<T> entity) where T : class => entity.HasAnnotation(NotAuditedAnnotation, true);

    /// <summary>A value that the audit trail must not repeat.</summary>
    public static void NotAudited<T>(this PropertyBuilder<T> property) => property.HasAnnotation(NotAuditedAnnotation, true);

    public static bool IsAudited(IReadOnlyAnnotatable mapped) => mapped.FindAnnotation(NotAuditedAnnotation) is null;

    /// <summary>Two people may change it: see <see cref="IVersioned"/>. The number itself says nothing to a reader of the trail.</summary>
    public static void Versioned<T>(this EntityTypeBuilder<T> entity) where T : class, IVersioned =>
        entity.Property(e => e.Version).IsConcurrencyToken().HasAnnotation(NotAuditedAnnotation, true);

    /// <summary>A unique index and what is said to whoever comes second, when both asked before either had saved.</summary>
    public static void Unique<T>(this IndexBuilder<T> index, string name, Func<RuleViolationException> refusal) where T : class =>
        index.IsUnique().HasDatabaseName(name).HasAnnotation(RefusalAnnotation, refusal);

    /// <summary>What a unique index says; null for one that says nothing.</summary>
    public static RuleViolationException? RefusalOf(IReadOnlyAnnotatable index) =>
        (index.FindAnnotation(RefusalAnnotation)?.Value as Func<RuleViolationException>)?.Invoke();

    public static void Json<T, TValue>(this EntityTypeBuilder<T> entity, Expression<Func<T, TValue>> property) where T : class =>
        entity.Property(property).HasConversion(
            new ValueConverter<TValue, string>(
                value => JsonSerializer.Serialize(value, JsonOptions), json => JsonSerializer.Deserialize<TValue>(json, JsonOptions)!),
            new ValueComparer<TValue>(
                // Records are replaced, not changed: what was not touched is the same object, and costs nothing to compare.
                (left, right) => ReferenceEquals(left, right)
                    || JsonSerializer.Serialize(left, JsonOptions) == JsonSerializer.Serialize(right, JsonOptions),
                value => JsonSerializer.Serialize(value, JsonOptions).GetHashCode(StringComparison.Ordinal),
                value => value));
}
