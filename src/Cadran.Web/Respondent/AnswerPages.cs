using System.Collections.Concurrent;
using System.Globalization;
using Cadran.Collection;
using Cadran.Web.Platform;

namespace Cadran.Web.Respondent;

/// <summary>Renders each respondent page once per wave, language and section, and keeps it as bytes.</summary>
public sealed class AnswerPages(IServiceScopeFactory scopes)
{
    private const int Most = 2000;

    private readonly ConcurrentDictionary<Key, Task<AnswerTemplate>> ready = new();

    private sealed record Key(
        string View, Guid? Wave, Guid? Version, LocalText? Organisation, LocalText? Service, string Language, int Section, Notice Notice,
        bool Preview, LocalText? Ending, string EndingQuery, DateOnly? Opens, DateOnly? Closes);

    public Task<AnswerTemplate> GetAsync(string view, AnswerView model)
    {
        Wave? wave = model.Wave?.Wave;
        var key = new Key(view, wave?.Id, wave?.VersionId, model.Wave?.Organisation, model.Wave?.Service, model.Language,
            model.SectionNumber, model.Notice, model.Preview, model.Ending, model.EndingQuery, wave?.OpensOn, wave?.ClosesOn);
        if (ready.TryGetValue(key, out Task<AnswerTemplate>? page) && !page.IsFaulted) return page;
        // Counting locks the whole dictionary: not for a page that is there.
        if (page is not null) ready.TryRemove(KeyValuePair.Create(key, page));
        else if (ready.Count > Most) ready.Clear();
        return ready.GetOrAdd(key, _ => RenderAsync(view, model));
    }

    private async Task<AnswerTemplate> RenderAsync(string view, AnswerView model)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Localization.Respondents[model.Language];
        await using AsyncServiceScope scope = scopes.CreateAsyncScope();
        var razor = scope.ServiceProvider.GetRequiredService<RazorText>();
        return new AnswerTemplate(await razor.RenderAsync($"/Respondent/{view}.cshtml", model, whole: true));
    }
}
