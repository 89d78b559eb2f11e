using System.Globalization;
using Cadran.Collection;
using Cadran.Improvement;
using Cadran.People;
using Cadran.Reporting;
using Cadran.Web.Platform;
using Cadran.Web.Words;
using Microsoft.Extensions.Localization;

namespace Cadran.Web.Pages.Shared;

/// <summary>The evidence chain of a service in words: answers, score, first driver, decision, actions, target, effect.</summary>
/// <param name="service">What the chain is of.</param>
/// <param name="text">Words in the reader's language.</param>
/// <param name="access">What the reader may do: nothing else is offered. Null where nobody is asked, as in a file.</param>
public sealed class ServiceChain(ServiceOverview service, IStringLocalizer text, Access? access = null)
{
    private Guid Id => service.Service.Id;

    public IReadOnlyList<ChainLink> Links() => [Answers(), Score(), FirstDriver(), Decided(), Acting(), Aim(), Effect()];

    private ChainLink Answers()
    {
        if (service.Last is { } last)
            return new(text["Wave {0}", last.Wave.Name], Said(text.Plural("{0} response|{0} responses", last.Responses)))
            {
                Detail = Said(last.Wave.ClosesOn.ToString("Y", CultureInfo.CurrentCulture)),
                Evidence = Routes.Waves.Show(last.Wave.Id),
            };
        return service.Current is { } coming
            ? Missing(text["Responses"], coming.StateOn(service.On) == WaveState.Planned ? text["wave planned"] : text["wave open"],
                (Routes.Waves.Show(coming.Id), text["Follow the wave"]))
            : Missing(text["Responses"], text["none yet"], May(Right.RunCollection, Routes.Waves.New(Id), text["Plan a wave"]));
    }

    private ChainLink Score()
    {
        if (service.Last is not { } last) return Missing(text["Satisfaction"], text["not measured"]);
        string results = Routes.Results.Show(last.Wave.Id);
        return last.Score is { IsShown: true, Score: var score }
            ? new(text["Satisfaction"],
                Said(double.IsFinite(score.Margin) ? $"{One(score.Estimate)} ± {One(score.Margin)}" : One(score.Estimate)))
            {
                Detail = Said(text["of 100"]),
                Evidence = results,
                Whole = true,
            }
            : new(text["Satisfaction"], Said(text["withheld"])) { Detail = Said(text["too few answers"]), Evidence = results };
    }

    private ChainLink FirstDriver()
    {
        if (service.Drivers.Count == 0) return Missing(text["First driver"], text["not known"]);
        DecisionEvidence first = service.Drivers[0];
        string name = first.Label.In(Localization.Language);
        return new(text["First driver"], Said(first.RankLow == first.RankHigh ? name : text["{0}, perhaps", name]))
        {
            Detail = Said(Share(first)),
            Evidence = Routes.Results.Chart(service.Last!.Wave.Id, "importance"),
        };
    }

    private string Share(DecisionEvidence driver) => driver is { ImportanceLow: { } low, ImportanceHigh: { } high }
        ? text["{0}% of the variation ({1}–{2})", NumberText.WholePercent(driver.ImportanceShare), NumberText.WholePercent(low),
            NumberText.WholePercent(high)]
        : text["{0}% of the variation, with no interval", NumberText.WholePercent(driver.ImportanceShare)];

    private ChainLink Decided() => service.Decision is { } decision
        ? new(text["Decision, {0}", Day(decision.DecidedOn)], decision.Title)
        {
            Detail = decision.Body,
            Evidence = Routes.Decisions.Show(decision.Id),
            Standing = service.Standings.Of(decision).State,
        }
        : Missing(text["Decision"], text["none"],
            service.Drivers.Count == 0 ? null
                : May(Right.Improve, Routes.Decisions.New(service.Last!.Wave.Id), text["Record a decision"]));

    private ChainLink Acting()
    {
        int all = service.ActionsGoing.Count(), delivered = service.Delivered, late = service.Late.Count();
        int going = service.Actions.Count(a => a.State == ActionState.InProgress);
        int open = service.Actions.Count(a => a.State == ActionState.Approved);
        if (all == 0)
            return Missing(text["Actions"], text["none"],
                service.Decision is { } decision
                    ? May(Right.Improve, Routes.Actions.New(decision.Id), text["Open an action"]) : null);
        return new(text.Plural("{0} action|{0} actions", all), Counted(
            (delivered, text.Plural("{0} delivered|{0} delivered", delivered)),
            (going, text.Plural("{0} under way|{0} under way", going)),
            (open, text.Plural("{0} to start|{0} to start", open))))
        {
            Detail = Said(late > 0 ? text.Plural("{0} late|{0} late", late)
                : text["last due {0}", Day(service.ActionsGoing.Max(a => a.DueOn))]),
            Waits = late > 0,
            Evidence = Routes.Improvement.Index(Id),
        };
    }

    private ChainLink Aim() => service.Target is { } target
        ? new(text["Target {0}", target.DueOn.Year], Said($"{One(target.Value)} ({TargetReadings.Own(text, target)})"))
        {
            // What a target is about is said where it is not the satisfaction that stands beside it.
            Detail = target.Item == MeasureNames.Overall ? Said(text["path today: {0}", NumberText.One(service.PathToday)])
                : About(service.TargetName, NumberText.One(service.PathToday)),
            Evidence = Routes.Targets.Show(target.Id),
            Standing = service.Standings.Of(target).State,
        }
        : Missing(text["Target"], text["none"], service.Last is null ? null
            : May(Right.Improve, Routes.Targets.New(Id), text["Set a target"]));

    private LocalText About(LocalText measure, string path) =>
        Said(text["{0}; path today: {1}", measure.In(Localization.Language), path]);

    private ChainLink Effect()
    {
        int verified = service.Actions.Count(a => a.State == ActionState.Verified);
        int not = service.Actions.Count(a => a.State == ActionState.NotVerified);
        int waiting = service.ToVerify.Count();
        if (verified + not + waiting == 0) return Missing(text["Effect"], text["nothing to verify"]);
        return new(text["Effect"], Counted(
            (verified, text.Plural("{0} verified|{0} verified", verified)),
            (not, text.Plural("{0} not shown|{0} not shown", not)),
            (waiting, text.Plural("{0} to verify|{0} to verify", waiting))))
        {
            Evidence = waiting > 0 ? Routes.Actions.Effect(service.ToVerify.First().Id) : Routes.Improvement.Index(Id),
            Waits = waiting > 0,
            Standing = EvidenceStanding.Worst(service.Actions.Select(service.Standings.OfVerdict)).State,
        };
    }

    // What the reader may not do is not offered.
    private (string Href, string Words)? May(Right right, string href, string words) =>
        access?.Can(right, service.Service.OrganisationId) == false ? null : (href, words);

    private static ChainLink Missing(string name, string none, (string Href, string Words)? next = null) =>
        new(name, Said(none)) { Next = next };

    // What there is; a count of nothing says nothing.
    private static LocalText Counted(params (int Count, string Words)[] parts) =>
        Said(string.Join(", ", parts.Where(p => p.Count > 0).Select(p => p.Words)));

    private static LocalText Said(string words) => WrittenText.Of(words);

    private static string One(double value) => NumberText.One(value);

    // Day and month stay together in a narrow column.
    private static string Day(DateOnly on) => string.Join('\u00a0', on.Long().Split(' ', 2));
}
