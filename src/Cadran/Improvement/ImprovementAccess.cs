using Cadran.Catalogue;
using Cadran.People;
using Cadran.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Improvement;

public static class ImprovementAccess
{
    /// <summary>The decision, tracked, and its service, under the rules of <see cref="ServiceAccess"/>.</summary>
    public static async Task<(Decision Decision, Service Service)> FindDecisionAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        Decision decision = await db.Decisions.FirstOrDefaultAsync(d => d.Id == id, ct) ?? throw new MissingException("The decision");
        return (decision, await db.FindServiceAsync(access, decision.ServiceId, right, ct));
    }

    /// <summary>The target, tracked, and its service, under the rules of <see cref="ServiceAccess"/>.</summary>
    public static async Task<(Target Target, Service Service)> FindTargetAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        Target target = await db.Targets.FirstOrDefaultAsync(t => t.Id == id, ct) ?? throw new MissingException("The target");
        return (target, await db.FindServiceAsync(access, target.ServiceId, right, ct));
    }

    /// <summary>The plan, tracked, and its service, under the rules of <see cref="ServiceAccess"/>.</summary>
    public static async Task<(ServicePlan Plan, Service Service)> FindPlanAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        ServicePlan plan = await db.ServicePlans.FirstOrDefaultAsync(p => p.Id == id, ct) ?? throw new MissingException("The page");
        return (plan, await db.FindServiceAsync(access, plan.ServiceId, right, ct));
    }

    /// <summary>The action, tracked, and its service, under the rules of <see cref="ServiceAccess"/>.</summary>
    public static async Task<(ImprovementAction Action, Service Service)> FindActionAsync(
        this CadranDb db, Access access, Guid id, Right right, CancellationToken ct)
    {
        ImprovementAction action = await db.ImprovementActions.FirstOrDefaultAsync(a => a.Id == id, ct)
            ?? throw new MissingException("The action");
        return (action, await db.FindServiceAsync(access, action.ServiceId, right, ct));
    }
}
