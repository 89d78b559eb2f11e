using System.Collections.Concurrent;
using System.Globalization;
using Cadran.Questionnaires;
using Cadran.Web.Platform;

namespace Cadran.Web.Respondent;

/// <summary>What the views of this folder are rendered from. Everything that differs between two people is an open place instead.</summary>
public sealed record AnswerView(string Language, AnswerWave? Wave, int SectionNumber = 0, Notice Notice = default, bool Preview = false)
{
    public Section Section => Wave!.Sections[SectionNumber - 1];
    public int Steps => Wave!.Sections.Count;
    public bool IsLast => SectionNumber == Steps;
    public IEnumerable<string> OtherLanguages => (Wave?.Languages ?? [.. Localization.Cultures.Keys]).Where(language => language != Language);
}

/// <summary>Pages that only say something.</summary>
public enum Notice { None, NotYetOpen, Closed, Unknown, TooLarge, Unreadable }

/// <summary>Renders each respondent page once per wave, language and section, and keeps it as bytes.</summary>
public sealed class AnswerPages(IServiceScopeFactory scopes)
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<(string View, Guid? Wave, Guid? Version, LocalText? Organisation, LocalText? Service, string Language, int Section, Notice Notice, bool Preview, DateOnly? Opens, DateOnly? Closes), Task<AnswerTemplate>> ready = new();

    public Task<AnswerTemplate> GetAsync(string view, AnswerView model)
    {
        if (ready.Count > Most) ready.Clear();
        var key = (view, model.Wave?.Id, model.Wave?.Wave.VersionId, model.Wave?.Organisation, model.Wave?.Service, model.Language, model.SectionNumber, model.Notice, model.Preview, model.Wave?.Wave.OpensOn, model.Wave?.Wave.ClosesOn);
        return ready.GetOrAdd(key, _ => RenderAsync(view, model));
    }

    private async Task<AnswerTemplate> RenderAsync(string view, AnswerView model)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Cultures[model.Language];
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        return new AnswerTemplate(await scope.ServiceProvider.GetRequiredService<RazorText>().RenderAsync($"/Respondent/{view}.cshtml", model, whole: true));
    }
}
