namespace Cadran.Web.Pages.Questionnaires;

/// <summary>Texts of a list as a form sends them: one a line, in the same order in each language.</summary>
internal static class LocalLines
{
    /// <summary>
    /// The texts; a line that is empty in every language is none. In a language that the form does not ask for, as many lines as before
    /// keep their texts.
    /// </summary>
    public static IReadOnlyList<LocalText> Read(LocalTextForm form, IReadOnlyList<LocalText> before)
    {
        string[][] columns = Columns(form);
        List<LocalText> read =
        [
            .. from line in Enumerable.Range(0, columns.Max(c => c.Length))
               let text = new LocalText(At(0, line), At(1, line), At(2, line), At(3, line))
               where text != LocalText.Empty
               select text,
        ];
        if (read.Count != before.Count) return read;
        return [.. read.Zip(before, (text, was) => new LocalTextForm
        {
            En = form.En is null ? null : text.En,
            Fr = form.Fr is null ? null : text.Fr,
            Nl = form.Nl is null ? null : text.Nl,
            De = form.De is null ? null : text.De,
        }.Onto(was))];

        string At(int language, int line) => columns[language].ElementAtOrDefault(line) ?? "";
    }

    /// <summary>
    /// Two languages have lists of different length, so that texts would stand beside the wrong ones. A language without any may be
    /// written later.
    /// </summary>
    public static bool Uneven(LocalTextForm form) =>
        Columns(form).Select(lines => lines.Count(line => line.Length > 0)).Where(n => n > 0).Distinct().Count() > 1;

    public static LocalTextForm Write(IReadOnlyList<LocalText> texts) => new()
    {
        En = string.Join('\n', texts.Select(t => t.En)),
        Fr = string.Join('\n', texts.Select(t => t.Fr)),
        Nl = string.Join('\n', texts.Select(t => t.Nl)),
        De = string.Join('\n', texts.Select(t => t.De)),
    };

    private static string[][] Columns(LocalTextForm form) => [Split(form.En), Split(form.Fr), Split(form.Nl), Split(form.De)];

    private static string[] Split(string? typed) =>
        (typed ?? "").TrimEnd() is { Length: > 0 } lines ? [.. lines.Split('\n').Select(line => line.Trim())] : [];
}
