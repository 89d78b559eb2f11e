using Microsoft.CodeAnalysis;

namespace Cadran.Tests.Architecture.Code;

/// <summary>What every variable, field, property and parameter is given and every method returns, wherever the sources do it.</summary>
internal sealed class ValueIndex
{
    private static readonly Lazy<ValueIndex> product = new(() => new(CodeBase.Product));
    private readonly Dictionary<ISymbol, List<Value>> values = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<ISymbol>> implementations = new(SymbolEqualityComparer.Default);
    private readonly List<IOperation> uses = [];
    private readonly List<IOperation> unbound = [];

    public ValueIndex(CodeBase code)
    {
        Code = code;
        // The statistics library speaks to programmers only, and is by far the longest to walk through.
        var files = code.Files.Where(file => file.Compilation.AssemblyName != "Cadran.Statistics");
        foreach (OperationWalk walk in files.AsParallel().AsOrdered().Select(OperationWalk.Read))
        {
            foreach ((ISymbol symbol, Value value) in walk.Values) List(values, symbol).Add(value);
            uses.AddRange(walk.Uses);
            unbound.AddRange(walk.Unbound);
        }
        foreach (ISymbol member in code.Types.SelectMany(type => type.GetMembers()))
            foreach (ISymbol known in StandsInFor(member)) List(implementations, known).Add(member);
    }

    public static ValueIndex Product => product.Value;

    public CodeBase Code { get; }

    /// <summary>What the compiler could not make sense of: there a value would be lost.</summary>
    public IReadOnlyList<IOperation> Unbound => unbound;

    /// <summary>Every call, construction, use of a property or field, test of a type and catch.</summary>
    public IReadOnlyList<IOperation> Uses => uses;

    /// <summary>What is known of that symbol, and of those that stand in for it (overrides, implementations of an interface).</summary>
    public IEnumerable<Value> Of(ISymbol symbol) =>
        implementations.GetValueOrDefault(symbol, []).Prepend(symbol).SelectMany(s => values.GetValueOrDefault(s, []));

    /// <summary>What a parameter is given, also by those who call the member that this one overrides or implements.</summary>
    public IEnumerable<Value> Of(IParameterSymbol parameter) =>
        StandsInFor(parameter.ContainingSymbol).Prepend(parameter.ContainingSymbol).OfType<IMethodSymbol>()
            .Where(m => m.Parameters.Length > parameter.Ordinal)
            .SelectMany(m => values.GetValueOrDefault(m.Parameters[parameter.Ordinal], []));

    private static IEnumerable<ISymbol> StandsInFor(ISymbol member)
    {
        for (ISymbol? up = Overridden(member); up is not null; up = Overridden(up)) yield return up.OriginalDefinition;
        if (member.IsStatic || member.ContainingType is not { } type) yield break;
        foreach (ISymbol known in type.AllInterfaces.SelectMany(i => i.GetMembers(member.Name)))
            if (SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(known), member))
                yield return known.OriginalDefinition;
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };

    private static List<T> List<T>(Dictionary<ISymbol, List<T>> lists, ISymbol key) =>
        lists.TryGetValue(key, out List<T>? list) ? list : lists[key] = [];
}
