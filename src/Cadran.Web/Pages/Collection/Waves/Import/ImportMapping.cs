using Cadran.Collection;
using Cadran.Questionnaires;

namespace Cadran.Web.Pages.Collection;

/// <summary>A file of responses beside what its columns can be.</summary>
/// <param name="OrganisationId">Whose wave it is.</param>
/// <param name="Content">The questionnaire of the wave.</param>
/// <param name="Look">The file as its first rows show it.</param>
public sealed record ImportMapping(
    Wave Wave, Guid OrganisationId, ResponseImport File, QuestionnaireContent Content, ImportLook Look)
{
    /// <summary>Above this many options in all the lists together, items are typed with suggestions instead of chosen from lists.</summary>
    private const int OptionsAtMost = 6000;

    private readonly ColumnNames names = new(Content);

    /// <summary>Columns of the file, with their first values.</summary>
    public IReadOnlyList<ImportColumn> Columns => Look.Columns;

    /// <summary>Columns whose scale may be a shorter one than that of the item.</summary>
    public IReadOnlyList<ScaleDoubt> Doubts => ScaleDoubt.Of(Columns, File.Map, Content);

    /// <summary>What a column can be, with its name to readers.</summary>
    public required IReadOnlyList<(string Value, string Name)> Targets { get; init; }

    public bool HasLists => Targets.Count * Columns.Count <= OptionsAtMost;

    /// <summary>What the values beside the scales stand for as the map is, among the first rows.</summary>
    public IReadOnlyList<ImportCode> Codes => ImportCode.Among(Columns, File.Map, Content);

    public bool Resembles(string column, string? target) => target is not null && names.OnlyResembles(column, target);
}
