using Cadran.Jobs;
using Cadran.Tests.Support;
using Cadran.Web.Pages.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Jobs;

public sealed class JobPagesTests(TestApp app)
{
    [Fact]
    public void WorkThatThisProgramKnows_LeadsToAPage() =>
        Assert.Equal(app.Services.GetServices<JobKind>().Select(k => k.Kind).Order(), JobPages.Kinds.Order());
}
