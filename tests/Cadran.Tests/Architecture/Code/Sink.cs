using Microsoft.CodeAnalysis;

namespace Cadran.Tests.Architecture.Code;

/// <summary>A place where texts of one kind arrive: a property, or a parameter of a method (<c>.ctor</c> for a constructor).</summary>
internal sealed record Sink(string Type, string Member, string? Parameter = null)
{
    public Sink(Type type, string member, string? parameter = null) : this(type.FullName!, member, parameter) { }

    /// <summary>What arrives there. Nothing when there is no such place: a test of the product makes sure that there is.</summary>
    public IEnumerable<Value> Values(ValueIndex index)
    {
        var members = index.Code.Projects.Select(p => p.GetTypeByMetadataName(Type)).OfType<INamedTypeSymbol>()
            .SelectMany(type => type.GetMembers(Member)).Distinct<ISymbol>(SymbolEqualityComparer.Default);
        return Parameter is null
            ? members.SelectMany(index.Of)
            : members.OfType<IMethodSymbol>().SelectMany(m => m.Parameters).Where(p => p.Name == Parameter).SelectMany(index.Of);
    }
}
