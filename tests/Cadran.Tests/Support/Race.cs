namespace Cadran.Tests.Support;

/// <summary>Several people who do something at the same moment.</summary>
public static class Race
{
    /// <summary>Lets all begin together. Returns what each was refused with; null for one who succeeded.</summary>
    public static async Task<IReadOnlyList<RuleViolationException?>> OfAsync(params Func<Task>[] acts)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Task<RuleViolationException?>[] all = [.. acts.Select(act => Task.Run(() => RunAsync(act)))];
        start.SetResult();
        return await Task.WhenAll(all);

        async Task<RuleViolationException?> RunAsync(Func<Task> act)
        {
            await start.Task;
            try
            {
                await act();
                return null;
            }
            catch (RuleViolationException refused)
            {
                return refused;
            }
        }
    }

    /// <summary>Two write the same: one is in, the other is told with that code.</summary>
    public static async Task OneIsRefusedAsync(string code, Func<Task> one, Func<Task> other)
    {
        RuleViolationException refused = Assert.Single((await OfAsync(one, other)).OfType<RuleViolationException>());
        Assert.Equal(code, refused.Code);
    }

    /// <summary>Sends all forms at once; pages come back in the order of the forms.</summary>
    public static Task<Page[]> SendAsync(params Func<Task<Page>>[] forms) => Task.WhenAll(forms.Select(form => Task.Run(form)));
}
