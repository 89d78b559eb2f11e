using Cadran.Collection;
using Cadran.People;

namespace Cadran.Tests.Support;

/// <summary>The forms of the improvement register, filled in as a manager does, and the entries made with them.</summary>
internal static class RegisterForms
{
    public const string Start = "form[action$='handler=Start']";
    public const string Deliver = "form[action$='handler=Deliver']";
    public const string Judge = "form[action$='handler=Judge']";
    public const string Abandon = "form[action$='handler=Abandon']";
    public const string Withdraw = "form[action$='handler=Withdraw']";
    public const string Texts = "form[action$='handler=Texts']";

    /// <summary>What whoever comes second is told.</summary>
    public const string Changed = "Somebody has changed this in the meantime. What is written stays: look at it again.";

    public static Dictionary<string, string> Decision(string title, string decidedOn = "2026-01-20") => new()
    {
        ["Input.Title"] = title,
        ["Input.Reasons"] = "It weighs most.",
        ["Input.Body"] = "Executive committee",
        ["Input.DecidedOn"] = decidedOn,
    };

    public static Dictionary<string, string> Action(string title, string item = "timeliness") => new()
    {
        ["Input.Title"] = title,
        ["Input.Owner"] = "L. Tremblay",
        ["Input.DueOn"] = "2026-12-01",
        ["Input.Item"] = item,
        ["Input.ExpectedPoints"] = "5",
    };

    public static Dictionary<string, string> Target(Wave from, string change, string kind = "Points", string item = "overall") => new()
    {
        ["Input.Wave"] = from.Id.ToString(),
        ["Input.Item"] = item,
        ["Input.Kind"] = kind,
        ["Input.Change"] = change,
        ["Input.DueOn"] = "2028-06-30",
    };

    public static Dictionary<string, string> Verdict(Wave after, string verdict, string reason, string also = "") => new()
    {
        ["Judgement.AfterWave"] = after.Id.ToString(),
        ["Judgement.Verdict"] = verdict,
        ["Judgement.Reason"] = reason,
        ["Judgement.AlsoReason"] = also,
    };

    /// <summary>The form for a decision on the second wave of the measured service.</summary>
    public static async Task<Page> DecisionFormAsync(this TestApp app, string language = "en")
    {
        MeasuredService service = await MeasuredService.GetAsync(app);
        Browser manager = await app.As(Role.Manager, language);
        return await manager.Get($"/improvement/decisions/new?wave={service.Waves[1].Id}&driver=timeliness");
    }

    /// <summary>The page of a decision that was just recorded, five days after the second wave of the measured service.</summary>
    public static async Task<Page> DecideAsync(this TestApp app, string title)
    {
        Wave wave = (await MeasuredService.GetAsync(app)).Waves[1];
        return Made(await (await app.DecisionFormAsync()).Submit(Decision(title, Day(wave.ClosesOn.AddDays(5)))));
    }

    public static async Task<Page> ActionFormAsync(this TestApp app, Guid decision, string language = "en") =>
        await (await app.As(Role.Manager, language)).Get($"/improvement/actions/new?decision={decision}");

    /// <summary>The page of an action that was just opened from a decision of its own.</summary>
    public static async Task<Page> OpenActionAsync(this TestApp app, string title, string item = "timeliness") =>
        Made(await (await app.ActionFormAsync((await app.DecideAsync(title)).Id)).Submit(Action(title, item)));

    /// <summary>The page of an action delivered five days before the third wave of the measured service.</summary>
    public static async Task<Page> DeliveredActionAsync(this TestApp app, string title, string item = "timeliness")
    {
        Page open = await app.OpenActionAsync(title, item);
        return Made(await open.Submit(new() { ["DeliveredOn"] = await app.DeliveryAsync() }, Deliver));
    }

    public static async Task<string> DeliveryAsync(this TestApp app) =>
        Day((await MeasuredService.GetAsync(app)).Waves[2].OpensOn.AddDays(-5));

    public static async Task<Page> TargetFormAsync(this TestApp app, string language = "en") =>
        await (await app.As(Role.Manager, language)).Get($"/improvement/targets/new?service={(await MeasuredService.GetAsync(app)).Id}");

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static Page Made(Page page)
    {
        Assert.True(page.Status == 200, page.Text);
        return page;
    }
}
