using Cadran.Csv;

namespace Cadran.Collection;

/// <summary>Reads a list of clients under a map: who is in it, what is left out, and who stands in it twice.</summary>
internal sealed class FrameRows
{
    public const int CodeMaxLength = 120;
    private const int RepeatsShown = 10;

    private readonly CsvReader csv;
    private readonly FrameMap map;
    private readonly ContactKeys keys;
    private readonly Guid frameId;
    private readonly DuplicateChoice choice;
    private readonly ILookup<FrameField, (string Name, int Column)> columns;
    private readonly Dictionary<string, FrameRow> byCode = [], byEmail = [], byPhone = [];
    private readonly Dictionary<FrameReason, (int Rows, long First)> leftOut = [], unread = [];
    private readonly Dictionary<FrameField, (int Rows, List<FrameRepeat> First)> repeats = [];
    private int rows;

    public FrameRows(CsvReader csv, FrameMap map, ContactKeys keys, Guid frameId, DuplicateChoice choice)
    {
        (this.csv, this.map, this.keys, this.frameId, this.choice) = (csv, map, keys, frameId, choice);
        columns = map.Columns.Select(c => (c.Value, c.Key, Column: csv.Column(c.Key))).OrderBy(c => c.Column)
            .ToLookup(c => c.Value, c => (c.Key, c.Column));
    }

    /// <summary>The people of the file, each once, in its order.</summary>
    public List<FrameRow> Read(Action progress)
    {
        List<FrameRow> people = [];
        foreach (CsvRow row in csv)
        {
            if (++rows % 5000 == 0) progress();
            if (Convert(row) is { } person && !IsRepeat(person)) people.Add(person);
        }
        return people;
    }

    public FrameReport Report(int people, int fresh) => new(rows, people, fresh)
    {
        LeftOut = Told(leftOut),
        Unread = Told(unread),
        Duplicates = [.. repeats.OrderBy(r => r.Key).Select(r => new FrameDuplicates(r.Key, r.Value.Rows, r.Value.First))],
        Nobody = csv.LeftOut,
        OtherSheets = [.. csv.Sheets.Skip(1)],
        Unused = [.. csv.Header.Where(name => !map.Columns.ContainsKey(name))],
    };

    private FrameRow? Convert(CsvRow row)
    {
        if (row.Problem is not null) return Leave(row, FrameReason.MoreCells);
        string code = Field(row, FrameField.Code);
        if (code.Length == 0) return Leave(row, FrameReason.NoCode);
        if (code.Length > CodeMaxLength) return Leave(row, FrameReason.LongCode);
        string stratum = Field(row, FrameField.Stratum), cluster = Field(row, FrameField.Cluster),
            language = Field(row, FrameField.Language), channel = Field(row, FrameField.Channel);
        if (new[] { stratum, cluster, language, channel }.Any(label => label.Length > FramePerson.LabelMaxLength))
            return Leave(row, FrameReason.LongLabel);
        Contact contact = new(code, Field(row, FrameField.Name), Field(row, FrameField.Email), Field(row, FrameField.Phone),
            Joined(row, FrameField.Address), Others(row));
        if (new[] { contact.Name, contact.Email, contact.Phone, contact.Address }.Concat(contact.Other.Values)
            .Any(field => field.Length > Contact.FieldMaxLength || field.Contains('\0', StringComparison.Ordinal)))
            return Leave(row, FrameReason.LongField);
        string? email = ContactForm.Email(contact.Email), phone = contact.Phone.Length == 0 ? null
            : ContactForm.Phone(contact.Phone, map.Country), post = ContactForm.Post(contact.Name, contact.Address);
        if (email is null && contact.Email.Length > 0)
        {
            Count(unread, FrameReason.NoEmail, row);
            contact = contact with { Email = "" };
        }
        if (phone is null && contact.Phone.Length > 0)
        {
            Count(unread, FrameReason.NoPhone, row);
            contact = contact with { Phone = "" };
        }
        return new()
        {
            Number = row.Number,
            CodeDigest = keys.Code(frameId, code),
            Contact = contact,
            Stratum = stratum,
            Cluster = cluster,
            Language = language,
            Channel = channel,
            EmailDigest = email is null ? null : keys.Email(email),
            PhoneDigest = phone is null ? null : keys.Phone(phone),
            PostDigest = post is null ? null : keys.Post(post),
        };
    }

    // A telephone is one of a household: only with the same name it is the same person.
    private bool IsRepeat(FrameRow person)
    {
        string? phone = person.PhoneDigest is { } digest ? $"{digest} {FoldedText.Of(person.Contact.Name)}" : null;
        FrameRow? code = byCode.GetValueOrDefault(person.CodeDigest),
            email = person.EmailDigest is { } address ? byEmail.GetValueOrDefault(address) : null,
            called = phone is null ? null : byPhone.GetValueOrDefault(phone);
        FrameRow? known = code ?? email ?? called;
        if (known is not null)
            Repeat(code is not null ? FrameField.Code : email is not null ? FrameField.Email : FrameField.Phone, person, known);
        bool repeats = known is not null && (code is not null || choice != DuplicateChoice.KeepAll);
        if (repeats && choice == DuplicateChoice.Merge) known!.FillFrom(person);
        FrameRow stands = repeats ? known! : person;
        byCode.TryAdd(stands.CodeDigest, stands);
        // What a row has that is left out leads to the one that stands for it.
        if (person.EmailDigest is { } its) byEmail.TryAdd(its, stands);
        if (phone is not null) byPhone.TryAdd(phone, stands);
        return repeats;
    }

    private void Repeat(FrameField by, FrameRow person, FrameRow of)
    {
        (int count, List<FrameRepeat> first) = repeats.TryGetValue(by, out var before) ? before : (0, []);
        if (first.Count < RepeatsShown) first.Add(new(person.Number, of.Number));
        repeats[by] = (count + 1, first);
    }

    private string Field(CsvRow row, FrameField field)
    {
        foreach ((_, int column) in columns[field]) return Cell(row, column);
        return "";
    }

    private string Joined(CsvRow row, FrameField field)
    {
        List<string> parts = [];
        foreach ((_, int column) in columns[field])
            if (Cell(row, column) is { Length: > 0 } part) parts.Add(part);
        return string.Join(", ", parts);
    }

    private Dictionary<string, string> Others(CsvRow row)
    {
        Dictionary<string, string> others = [];
        foreach ((string name, int column) in columns[FrameField.Other]) others[name] = Cell(row, column);
        return others;
    }

    private static string Cell(CsvRow row, int column) => column < row.Count ? row.Text(column).Trim() : "";

    private FrameRow? Leave(CsvRow row, FrameReason why)
    {
        Count(leftOut, why, row);
        return null;
    }

    private static void Count(Dictionary<FrameReason, (int Rows, long First)> counts, FrameReason why, CsvRow row) =>
        counts[why] = counts.TryGetValue(why, out var before) ? (before.Rows + 1, before.First) : (1, row.Number);

    private static List<FrameLeftOut> Told(Dictionary<FrameReason, (int Rows, long First)> counts) =>
        [.. counts.OrderBy(c => c.Value.First).Select(c => new FrameLeftOut(c.Key, c.Value.Rows, c.Value.First))];
}
