using System.Globalization;
using System.Text;
using Cadran.Insight;

namespace Cadran.Web.Files;

/// <summary>Scripts that read the CSV of answers with codes: words for numbers, kinds of no answer set aside, first tables.</summary>
public static class StarterScripts
{
    public static string R(PeopleTable table, string file, WaveFileStyle style)
    {
        var r = new StringBuilder();
        r.AppendLine("# Needs R 4; with weights, strata or clusters also its package survey.");
        r.AppendLine("# The file holds numbers: choose codes, not words, when you download it.");
        r.AppendLine(CultureInfo.InvariantCulture,
            $"d <- read.csv({Quoted(file)}, fileEncoding = \"UTF-8-BOM\", sep = {Quoted(Separator(style))}, "
                + $"dec = {Quoted(style.Csv.DecimalComma ? "," : ".")}, na.strings = \"\", check.names = FALSE)");
        r.AppendLine("questions <- c(");
        Lines(r, table, style, c => $"  {c.Name} = {Quoted(c.Label)}");
        r.AppendLine(")");
        r.AppendLine("answers <- list(");
        Lines(r, table, style, c => $"  {c.Name} = c({string.Join(", ", Numbers(c).Select(v => $"{Quoted(v.Word)} = {v.Number}"))})");
        r.AppendLine(")");
        r.AppendLine(CultureInfo.InvariantCulture, $"# No answer: {NoAnswers()}; empty: left out.");
        r.AppendLine(CultureInfo.InvariantCulture, $"none <- {NoAnswerNumber.Lowest}:{NoAnswerNumber.Highest}");
        r.AppendLine("for (name in names(questions)) {");
        r.AppendLine("  d[[name]][d[[name]] %in% none] <- NA");
        r.AppendLine("  attr(d[[name]], \"label\") <- questions[[name]]");
        r.AppendLine("}");
        r.AppendLine("in_words <- function(name) factor(d[[name]], levels = answers[[name]], labels = names(answers[[name]]))");
        string[] sample = [.. SampleColumns.All(table).Select(s => s.Name)];
        if (sample.Length == 0)
        {
            r.AppendLine("for (name in names(questions)) { cat(\"\\n\", questions[[name]], \"\\n\", sep = \"\"); "
                + "print(table(in_words(name))) }");
            return r.ToString();
        }
        string Column(string name, string other) => sample.Contains(name) ? "~" + name : other;
        r.AppendLine("library(survey)");
        r.AppendLine("options(survey.lonely.psu = \"average\")");
        r.AppendLine(CultureInfo.InvariantCulture, $"design <- svydesign(ids = {Column(SampleColumns.Cluster, "~1")}, "
            + $"strata = {Column(SampleColumns.Stratum, "NULL")}, fpc = {Column(SampleColumns.Population, "NULL")}, "
            + $"weights = {Column(SampleColumns.Weight, "~rep(1, nrow(d))")}, data = d, nest = TRUE)");
        r.AppendLine("for (name in names(questions)) {");
        r.AppendLine("  cat(\"\\n\", questions[[name]], \"\\n\", sep = \"\"); "
            + "print(svymean(as.formula(paste0(\"~\", name)), design, na.rm = TRUE))");
        r.AppendLine("}");
        return r.ToString();
    }

    public static string Python(PeopleTable table, string file, WaveFileStyle style)
    {
        var py = new StringBuilder();
        py.AppendLine("# Needs Python 3 with pandas. The file holds numbers: choose codes, not words, when you download it.");
        py.AppendLine("import pandas as pd");
        py.AppendLine();
        py.AppendLine(CultureInfo.InvariantCulture,
            $"d = pd.read_csv({Quoted(file)}, encoding=\"utf-8-sig\", sep={Quoted(Separator(style))}, "
                + $"decimal={Quoted(style.Csv.DecimalComma ? "," : ".")})");
        py.AppendLine("questions = {");
        Lines(py, table, style, c => $"    {Quoted(c.Name)}: {Quoted(c.Label)}");
        py.AppendLine("}");
        py.AppendLine("answers = {");
        Lines(py, table, style,
            c => $"    {Quoted(c.Name)}: {{{string.Join(", ", Numbers(c).Select(v => $"{v.Number}: {Quoted(v.Word)}"))}}}");
        py.AppendLine("}");
        py.AppendLine(CultureInfo.InvariantCulture, $"# No answer: {NoAnswers()}; empty: left out.");
        py.AppendLine(CultureInfo.InvariantCulture, $"none = range({NoAnswerNumber.Lowest}, {NoAnswerNumber.Highest + 1})");
        string weight = table.IsWeighted ? $"d[\"{SampleColumns.Weight}\"]" : "1.0";
        py.AppendLine("for name, question in questions.items():");
        py.AppendLine("    d[name] = d[name].mask(d[name].isin(none))");
        py.AppendLine("    print(\"\\n\" + question)");
        py.AppendLine(CultureInfo.InvariantCulture,
            $"    people = d.assign(weighted={weight}).dropna(subset=[name]).groupby(name)[\"weighted\"].sum()");
        py.AppendLine("    print(people.rename(index=answers[name]) / people.sum())");
        return py.ToString();
    }

    private static void Lines(StringBuilder to, PeopleTable table, WaveFileStyle style, Func<PeopleColumn, string> line) =>
        to.AppendJoin(",\n", PeopleColumn.Of(table, style.Language).Select(line)).AppendLine();

    private static IEnumerable<(int Number, string Word)> Numbers(PeopleColumn column) =>
        column.Variable.Values.Select(v => v.Number).Order()
            .Select(n => (n, column.Words.GetValueOrDefault(n, n.ToString(CultureInfo.InvariantCulture))));

    private static string NoAnswers() => string.Join(", ", NoAnswerNumber.All.Select(n => $"{n.Number} {n.Means}"));

    private static string Separator(WaveFileStyle style) => style.Csv.Separator.ToString();

    // Both languages read a text in double quotes with these escapes.
    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";
}
