using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Cadran.Storage;

/// <summary>
/// What a database says when a row comes that may be there only once: PostgreSQL names the constraint, SQLite the columns.
/// </summary>
internal sealed record UniqueViolation(string Table, string? Constraint, IReadOnlyCollection<string> Columns)
{
    /// <summary>The refusal declared with the index, or that the same record came twice; null for what nobody declared.</summary>
    public RuleViolationException? Refusal(IModel model)
    {
        foreach (IEntityType entity in model.GetEntityTypes().Where(e => e.GetTableName() == Table))
        {
            if (entity.FindPrimaryKey() is { } key && Is(key.GetName(), key.Properties)) return Refusals.SentTwice();
            foreach (IIndex index in entity.GetIndexes())
                if (Is(index.GetDatabaseName(), index.Properties)) return Mapping.RefusalOf(index);
        }
        return null;
    }

    private bool Is(string? name, IReadOnlyList<IReadOnlyProperty> properties) => Constraint is not null ? Constraint == name
        : properties.Count == Columns.Count && properties.All(p => Columns.Contains(p.GetColumnName()));
}
