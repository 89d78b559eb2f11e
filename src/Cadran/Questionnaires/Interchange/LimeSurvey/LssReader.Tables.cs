namespace Cadran.Questionnaires;

/// <summary>Tables of LimeSurvey: one question a line here, in a grid where they share a scale.</summary>
internal sealed partial class LssReader
{
    private void Table(LssQuestion from, QuestionKind kind, IReadOnlyList<ForeignOption> options, RatingScale? scale = null)
    {
        List<LssPart> lines = [.. from.Lines];
        builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.Split, lines.Count);
        Grid(from, from.Text, lines, kind, options, scale, "");
    }

    private void Dual(LssQuestion from)
    {
        builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.SplitDual);
        List<LssPart> lines = [.. from.Lines];
        for (int scale = 0; scale < 2; scale++)
        {
            ForeignText header = from.AttributeText(scale == 0 ? "dualscale_headerA" : "dualscale_headerB");
            Grid(from, from.Text.Then(header, "\n"), lines, QuestionKind.Choice, [.. from.Scale(scale).Select(a => a.Option)], null,
                scale == 0 ? "_0" : "_1");
        }
    }

    private void Grid(LssQuestion from, ForeignText text, List<LssPart> lines, QuestionKind kind, IReadOnlyList<ForeignOption> options,
        RatingScale? scale, string suffix)
    {
        IReadOnlyList<ForeignText> words = [];
        if (scale is null && ForeignScale.Of(options) is var (points, said))
        {
            builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.Rated);
            (kind, scale, words, options) = (QuestionKind.Rating, points, said, []);
        }
        bool together = scale is not null || options.Count is > 1 and <= OwnItem.MaxOptions;
        string? grid = together && lines.Count > 1 ? builder.Grid(from.Name + suffix, text, from.Help, from.Place) : null;
        foreach (LssPart line in lines)
            builder.Ask(Part(from, kind, $"{from.Name}_{line.Code}{suffix}", grid is null ? text.Then(line.Text, "\n") : line.Text, line,
                from.Address + line.Code + suffix.Replace('_', '#'), from.Address + line.Code) with
            {
                Grid = grid,
                Scale = scale,
                ScaleWords = words,
                Options = options,
            });
    }

    /// <summary>A field for each line and column; or, where a cell is only marked, a question of several choices for each line.</summary>
    private void Cells(LssQuestion from, QuestionKind kind)
    {
        List<LssPart> lines = [.. from.Lines], columns = [.. from.Columns];
        if (kind == QuestionKind.Choices)
        {
            builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.Split, lines.Count);
            builder.Ask(One(from, QuestionKind.Statement) with { Required = false });
            foreach (LssPart line in lines)
                builder.Ask(Part(from, kind, $"{from.Name}_{line.Code}", line.Text, line, from.Address + line.Code) with
                {
                    Options = [.. columns.Select(c => c.Option)],
                });
            return;
        }
        builder.Tell(LossKind.Changed, from.Place, from.Name, LossNotes.SplitCells, lines.Count * columns.Count);
        builder.Ask(One(from, QuestionKind.Statement) with { Required = false });
        bool typed = from.Is("input_boxes") || kind != QuestionKind.Number;
        foreach (LssPart line in lines)
            foreach (LssPart column in columns)
                builder.Ask(Part(from, kind, $"{from.Name}_{line.Code}_{column.Code}", line.Text.Then(column.Text, " – "), line,
                    $"{from.Address}{line.Code}_{column.Code}") with
                {
                    Minimum = kind == QuestionKind.Number ? from.Number("multiflexible_min") ?? (typed ? null : 1) : null,
                    Maximum = kind == QuestionKind.Number ? from.Number("multiflexible_max") ?? (typed ? null : 10) : null,
                    Decimals = typed ? TypedNumber.MostDecimals : 0,
                    Length = from.Count("maximum_chars"),
                });
    }
}
