using Cadran.Insight;
using Cadran.Collection;
using Cadran.Feedback;
using Cadran.Jobs;
using Cadran.Storage;
using Cadran.Tests.Architecture.Code;
using Cadran.Web.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.EntityFrameworkCore;

namespace Cadran.Tests.Architecture;

/// <summary>Which saves of the database the audit trail can name, and how.</summary>
internal sealed class NamedSaves
{
    private static readonly Sink Names = new(typeof(CadranDb), nameof(CadranDb.Because), "action");

    // Jobs leave no event: they carry progress, and what they do is saved under its own name. Stored results leave none either: they are
    // worked out from what is audited. The database carries out the saves of others. That somebody is signed in somewhere is
    // told by the events of signing in and out; how fast answers come is only counted. A form sent after the session had ended has done
    // nothing yet. The secret of contacts is made once by whoever asks first. An idea leaves no path to its author.
    private static readonly string[] Silent =
        [nameof(JobRunner), nameof(ResultStore), nameof(CadranDb), nameof(UserSessions), nameof(WavePaces),
            nameof(KeptForms), nameof(ContactKeySource), nameof(IdeaGiving)];

    private readonly IInvocationOperation[] calls;

    public NamedSaves(ValueIndex index)
    {
        calls = [.. index.Uses.OfType<IInvocationOperation>()];
        Found = [.. Names.Values(index).SelectMany(new ValueTrace(index, throughTranslations: false, _ => false).Follow)];
    }

    /// <summary>The names, or places where a save is called something nobody can follow.</summary>
    public IReadOnlyList<Found> Found { get; }

    /// <summary>Saves without a name.</summary>
    public IEnumerable<string> Unnamed() =>
        from call in calls
        where Saves(call)
        where call.Instance is not IInvocationOperation named || !IsBecause(named)
        where !Silent.Contains(Owner(call)?.Name)
        select $"{Place.Of(call.Syntax)}: {call.Syntax}";

    /// <summary>Saves that Identity does on its own, and that no name goes before.</summary>
    public IEnumerable<string> UnnamedOfAccounts() =>
        from call in calls
        where SavesAnAccount(call)
        let before = calls.LastOrDefault(c => IsBefore(c, call) && (IsBecause(c) || SavesAnAccount(c) || Saves(c)))
        where before is null || !IsBecause(before)
        select $"{Place.Of(call.Syntax)}: {call.Syntax}";

    private static bool IsBecause(IInvocationOperation call) =>
        call.TargetMethod is { Name: nameof(CadranDb.Because), ContainingType.Name: nameof(CadranDb) };

    private static bool Saves(IInvocationOperation call) =>
        call.TargetMethod.Name is nameof(DbContext.SaveChangesAsync) or nameof(DbContext.SaveChanges)
        && IsA(call.TargetMethod.ContainingType, nameof(DbContext));

    // Every verb of theirs that answers whether it went well has saved something.
    private static bool SavesAnAccount(IInvocationOperation call) =>
        (IsA(call.TargetMethod.ContainingType, "UserManager") || IsA(call.TargetMethod.ContainingType, "SignInManager"))
        && call.TargetMethod.ReturnType is INamedTypeSymbol { TypeArguments: [{ Name: nameof(IdentityResult) or nameof(SignInResult) }] };

    private static bool IsBefore(IOperation one, IOperation other) =>
        one.Syntax.SyntaxTree == other.Syntax.SyntaxTree && one.Syntax.Span.End < other.Syntax.SpanStart
        && SymbolEqualityComparer.Default.Equals(Method(one), Method(other));

    private static ISymbol? Method(IOperation operation) => operation.SemanticModel!.GetEnclosingSymbol(operation.Syntax.SpanStart);

    private static INamedTypeSymbol? Owner(IOperation operation) => Method(operation)?.ContainingType;

    private static bool IsA(INamedTypeSymbol? type, string name) => type is not null && (type.Name == name || IsA(type.BaseType, name));
}
