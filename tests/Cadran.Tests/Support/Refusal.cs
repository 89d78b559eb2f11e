namespace Cadran.Tests.Support;

/// <summary>A form sent with something wrong in it: the same page comes back with the status and says each of the messages.</summary>
public static class Refusal
{
    public static async Task<Page> RefusesAsync(this Page form, int status, Dictionary<string, string> values, string[] messages,
        string? at = null)
    {
        Page refused = await form.Submit(values, at);
        Assert.True(refused.Status == status, $"{refused.Status} instead of {status} on {form.Url}: {refused.Text}");
        foreach (string message in messages)
            Assert.True(refused.Text.Contains(message, StringComparison.Ordinal), $"“{message}” is not said on {form.Url}: {refused.Text}");
        return refused;
    }
}
