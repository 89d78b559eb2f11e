using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Jobs;

/// <summary>Which class does which kind of work, and what its page says while it does.</summary>
public sealed record JobKind(string Kind, Type Work, string Doing)
{
    public static JobKind Of<TWork>() where TWork : class, IJobWork => new(TWork.Kind, typeof(TWork), TWork.Doing);

    public IJobWork WorkFrom(IServiceProvider services) => (IJobWork)services.GetRequiredService(Work);
}
