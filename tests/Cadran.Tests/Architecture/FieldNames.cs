using Cadran.Tests.Architecture.Code;
using Cadran.Web.TagHelpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Cadran.Tests.Support;

namespace Cadran.Tests.Architecture;

/// <summary>
/// What fields are called that nobody named: the property they are bound to, in words. And what their choices are called that nobody
/// listed: the members of its enumeration, in words.
/// </summary>
internal static class FieldNames
{
    public static IEnumerable<(string Name, string Place)> Read(ValueIndex index) =>
        from binding in index.Uses.OfType<IPropertyReferenceOperation>()
        where binding is { Property.Name: nameof(FormField.For), Parent: ISimpleAssignmentOperation }
        where Is(binding.Instance?.Type, nameof(FormField))
        let bound = Bound((ISimpleAssignmentOperation)binding.Parent!)
        where bound is not null
        let given = Given(binding)
        from name in Names(bound, given)
        select (FieldMarkup.Words(name), Place.Of(binding.Syntax));

    private static IEnumerable<string> Names(IPropertySymbol bound, HashSet<string> given)
    {
        bool displayed = bound.GetAttributes().Any(a => a.AttributeClass?.Name == "DisplayAttribute");
        if (!displayed && !given.Contains(nameof(FormField.Label))) yield return bound.Name;
        ITypeSymbol type = bound.Type is INamedTypeSymbol { Name: nameof(Nullable), TypeArguments: [var inner] } ? inner : bound.Type;
        if (type.TypeKind != TypeKind.Enum || given.Contains(nameof(ChoiceField.Items))) yield break;
        foreach (IFieldSymbol choice in type.GetMembers().OfType<IFieldSymbol>()) yield return choice.Name;
    }

    // tag.For = CreateModelExpression(data, model => model.Input.Title)
    private static IPropertySymbol? Bound(ISimpleAssignmentOperation binding) =>
        binding.Value.DescendantsAndSelf().OfType<IReturnOperation>().Select(r => r.ReturnedValue).FirstOrDefault() is { } returned
            ? returned.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().First().Property
            : null;

    // A view makes a tag, gives it one attribute after the other, and makes the next.
    private static HashSet<string> Given(IPropertyReferenceOperation binding)
    {
        IOperation statement = binding;
        while (statement.Parent is not (null or IBlockOperation)) statement = statement.Parent;
        var after = ((IBlockOperation)statement.Parent!).Operations.SkipWhile(o => o != statement).OfType<IExpressionStatementOperation>()
            .Select(o => o.Operation).OfType<ISimpleAssignmentOperation>()
            .TakeWhile(o => o.Value is not IInvocationOperation { TargetMethod.Name: "CreateTagHelper" });
        return [.. after.Select(o => o.Target).OfType<IPropertyReferenceOperation>().Select(p => p.Property.Name)];
    }

    private static bool Is(ITypeSymbol? type, string name) => type is not null && (type.Name == name || Is(type.BaseType, name));
}
