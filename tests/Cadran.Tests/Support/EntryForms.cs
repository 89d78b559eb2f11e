using Cadran.Catalogue;
using Cadran.Improvement;
using Cadran.People;

namespace Cadran.Tests.Support;

/// <summary>The forms by which an entry comes into the register, filled in as a manager does.</summary>
internal static class EntryForms
{
    public const string Close = "form[action$='handler=Close']", Reopen = "form[action$='handler=Reopen']";

    public static Dictionary<string, string> Raised(Service service, string title, SourceKind kind = SourceKind.Audit) => new()
    {
        ["Input.ServiceId"] = service.Id.ToString(),
        ["Input.Title"] = title,
        ["Input.Kind"] = kind.ToString(),
        ["Input.Words"] = "Report 2026-04, finding 3",
        ["Input.WantedBy"] = "2026-09-01",
    };

    public static Dictionary<string, string> Assessed(string benefit = "Nobody waits for nothing") => new()
    {
        ["Input.Benefit"] = benefit,
        ["Input.Effort"] = "Small",
        ["Input.Cost"] = "25000",
        ["Input.Risk"] = "Medium",
        ["Input.RiskWords"] = "The supplier is late.",
        ["Input.ServiceLine"] = "Networks",
    };

    public static Dictionary<string, string> Approved() => new()
    {
        ["Input.Ruling"] = "Approved",
        ["Input.Reason"] = "It is worth it.",
        ["Input.Owner"] = "L. Tremblay",
        ["Input.DueOn"] = "2026-12-01",
    };

    /// <summary>The page of an entry that a manager has just raised from an audit.</summary>
    public static async Task<Page> RaiseAsync(this TestApp app, string title)
    {
        Service service = await app.ServiceAsync();
        await app.Db(db => db.SaveChangesAsync());
        Page form = await (await app.As(Role.Manager)).Get($"/improvement/actions/raise?service={service.Id}");
        Page made = await form.Submit(form.Raising(service, title));
        Assert.True(made.Status == 200, made.Text);
        return made;
    }

    /// <summary>The same form, whether it lists services or searches them.</summary>
    public static Dictionary<string, string> Raising(this Page form, Service service, string title)
    {
        Dictionary<string, string> filled = Raised(service, title);
        if (form.Document.QuerySelector("[name='Input.Service']") is not null)
        {
            filled.Remove("Input.ServiceId");
            filled["Input.Service"] = service.Code;
        }
        return filled;
    }
}
