using System.Text.Json;

namespace Cadran.Questionnaires;

/// <summary>
/// The common measures: what every service is asked in the same words, so that results can be compared over time and between
/// services. Own wording, English and French written as equals; the data is in <c>MeasureBank.json</c>. A code, once published, keeps
/// its meaning for ever: a new wording that changes the meaning is a new code.
/// </summary>
public sealed class MeasureBank
{
    private static readonly Lazy<MeasureBank> Loaded = new(Load);

    private readonly Dictionary<string, BankItem> byCode;

    private MeasureBank(BankFile file)
    {
        (Version, Welcome, Thanks, Drivers, Scales) = (file.Version, file.Welcome, file.Thanks, file.Drivers, file.Scales);
        Sections = [.. file.Sections.Select(s => s with { Items = [.. s.Items.Select(item => item with { Section = s.Code })] })];
        byCode = Items.ToDictionary(item => item.Code);
    }

    public static MeasureBank Current => Loaded.Value;

    /// <summary>
    /// Ways a service is given; each may have its own wording of an item. The empty channel is the wording for any of them.
    /// </summary>
    public static readonly IReadOnlyList<string> Channels = Channel.Responses;

    public int Version { get; }
    public LocalText Welcome { get; }
    public LocalText Thanks { get; }
    public IReadOnlyList<BankDriver> Drivers { get; }

    /// <summary>Words of the points from worst to best, by name of the scale.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LocalText>> Scales { get; }
    public IReadOnlyList<BankSection> Sections { get; }
    public IEnumerable<BankItem> Items => Sections.SelectMany(section => section.Items);

    public BankItem? Find(string code) => byCode.GetValueOrDefault(code);

    public LocalText NameOf(Driver driver) => Drivers.FirstOrDefault(d => d.Driver == driver)?.Name ?? LocalText.Empty;

    /// <summary>The item as a question, in the wording of that channel where it has one.</summary>
    public Question Ask(BankItem item, string channel = "") => new()
    {
        Code = item.Code,
        Kind = item.Kind,
        Role = item.Role,
        Driver = item.Driver,
        Phase = item.Phase,
        Orientation = item.Orientation,
        Text = item.For(channel),
        Hint = item.Hint ?? LocalText.Empty,
        Core = true,
        Required = item.Required,
        AllowsNotApplicable = item.NotApplicable,
        Most = item.Most,
        Scale = item.Scale is { } name ? ScaleOf(name) : null,
        Options = item.Options,
    };

    /// <summary>The scale of that name: a point for each of its words, from 1.</summary>
    public RatingScale ScaleOf(string name) => new(1, Scales[name].Count) { Labels = Scales[name] };

    /// <summary>What a new questionnaire starts from: the core set, with the items that make sense for the channel.</summary>
    public QuestionnaireContent CoreQuestionnaire(LocalText title, string channel = "") => new()
    {
        Title = title,
        Welcome = Welcome,
        Thanks = Thanks,
        Sections =
        [
            .. from section in Sections
               let items = section.Items.Where(item => item.Core && item.Fits(channel)).Select(item => Ask(item, channel)).ToList()
               where items.Count > 0
               select section.Empty() with { Questions = items },
        ],
    };

    private static MeasureBank Load()
    {
        using Stream stream = typeof(MeasureBank).Assembly.GetManifestResourceStream("MeasureBank.json")!;
        return new MeasureBank(JsonSerializer.Deserialize<BankFile>(stream, Mapping.JsonOptions)!);
    }

    private sealed record BankFile(
        int Version, LocalText Welcome, LocalText Thanks, IReadOnlyDictionary<string, IReadOnlyList<LocalText>> Scales,
        IReadOnlyList<BankDriver> Drivers, IReadOnlyList<BankSection> Sections);
}
