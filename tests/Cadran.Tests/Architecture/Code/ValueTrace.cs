using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cadran.Tests.Architecture.Code;

/// <summary>
/// Follows a value back to the constant texts it can be: through choices, variables, parameters, properties, returned values, collections
/// and tuples, whatever they are called and whichever file they are in.
/// </summary>
/// <param name="throughTranslations">Whether a translation is followed to its key, and a composed text read as a text with holes.</param>
/// <param name="isKnown">What need not be followed further.</param>
internal sealed class ValueTrace(ValueIndex index, bool throughTranslations, Func<ISymbol, bool> isKnown)
{
    private static readonly HashSet<string> SameElements =
    [
        "Where", "Order", "OrderDescending", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Take", "TakeLast",
        "TakeWhile", "Skip", "SkipLast", "SkipWhile", "Distinct", "DistinctBy", "Reverse", "Except", "OfType", "Cast", "AsEnumerable",
        "ToList", "ToArray", "ToHashSet", "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt",
    ];

    private readonly HashSet<(object, int?)> seen = [];

    /// <summary>Whether a text is looked up in the resources: the index of a localiser of whatever type and name.</summary>
    public static bool IsTranslation(IPropertyReferenceOperation use) => use.Property is { IsIndexer: true, ContainingType: var type }
        && type.AllInterfaces.Append(type).Any(i => i.Name is "IStringLocalizer" or "IHtmlLocalizer");

    /// <summary>The texts it can be that were not met before, and what cannot be followed.</summary>
    public IEnumerable<Found> Follow(Value value)
    {
        if (!seen.Add((value.Operation, value.Part))) return [];
        if (value.Operation.ConstantValue is { HasValue: true } constant)
            return constant.Value is string text ? [new(text, value.Operation)] : [];
        return value.Operation switch
        {
            IConversionOperation { Operand: var operand } => Follow(value, operand),
            IParenthesizedOperation { Operand: var operand } => Follow(value, operand),
            IAwaitOperation { Operation: var operand } => Follow(value, operand),
            IConditionalOperation choice => Follow(value, choice.WhenTrue, choice.WhenFalse!),
            ICoalesceOperation choice => Follow(value, choice.Value, choice.WhenNull),
            ISwitchExpressionOperation choice => Follow(value, [.. choice.Arms.Select(arm => arm.Value)]),
            IConditionalAccessOperation access => Follow(value, access.WhenNotNull),
            IConditionalAccessInstanceOperation instance => Follow(value, Accessed(instance)),
            IAssignmentOperation assignment => Follow(value, assignment.Value),
            IThrowOperation or IDefaultValueOperation => [],
            ITupleOperation tuple when value.Part < tuple.Elements.Length => Follow(new(tuple.Elements[value.Part.Value])),
            ITupleOperation tuple => Follow(value, [.. tuple.Elements]),
            IArrayCreationOperation array => Follow(value, [.. array.Initializer?.ElementValues ?? []]),
            ICollectionExpressionOperation collection => Follow(value, [.. collection.Elements]),
            ISpreadOperation spread => Follow(value, spread.Operand),
            ILocalReferenceOperation local => Symbol(value, local.Local, index.Of(local.Local)),
            IParameterReferenceOperation parameter => Parameter(value, parameter.Parameter.OriginalDefinition),
            IFieldReferenceOperation field => Field(value, field),
            IPropertyReferenceOperation property => Property(value, property),
            IInvocationOperation call => Call(value, call),
            IObjectCreationOperation creation => Created(value, creation),
            IInterpolatedStringOperation or IBinaryOperation => Composed(value.Operation, [value.Operation]),
            IDelegateCreationOperation made => Follow(value, made.Target),
            IAnonymousFunctionOperation lambda => Symbol(value, lambda.Symbol, index.Of(lambda.Symbol)),
            IMethodReferenceOperation method => Symbol(value, method.Method, index.Of(method.Method.OriginalDefinition)),
            _ => Lost(value.Operation),
        };
    }

    private IEnumerable<Found> Follow(Value asked, params IOperation[] operations) =>
        operations.SelectMany(operation => Follow(asked with { Operation = operation }));

    private static Found[] Lost(IOperation operation) => [new(null, operation)];

    private IEnumerable<Found> Symbol(Value asked, ISymbol symbol, IEnumerable<Value> known)
    {
        if (!seen.Add((symbol, asked.Part)) || isKnown(symbol)) return [];
        List<Value> values = [.. known];
        // The part asked for is that of the value itself, or of what the value is a part of.
        return values.Count == 0 ? Lost(asked.Operation) : values.SelectMany(v => Follow(v with { Part = v.Part ?? asked.Part }));
    }

    private IEnumerable<Found> Parameter(Value asked, IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda
            && Receiver(asked.Operation, lambda) is { } receiver
            ? Follow(asked, receiver)
            : Symbol(asked, parameter, index.Of(parameter));

    // x in list.Select(x => …) is one of the list.
    private static IOperation? Receiver(IOperation at, IMethodSymbol lambda)
    {
        IOperation? up = at;
        while (up is not null && !Same((up as IAnonymousFunctionOperation)?.Symbol, lambda)) up = up.Parent;
        while (up is not null and not IInvocationOperation) up = up.Parent;
        return up is IInvocationOperation { TargetMethod.ContainingNamespace: { Name: "Linq" } } call ? call.Arguments[0].Value : null;
    }

    private IEnumerable<Found> Field(Value asked, IFieldReferenceOperation use)
    {
        if (ViewAttribute.IsBuffer(use))
            return ViewAttribute.Pieces(use) is [var whole] ? Follow(asked, whole) : Composed(use, ViewAttribute.Pieces(use));
        IFieldSymbol field = use.Field;
        if (!field.ContainingType.IsTupleType || use.Instance is not { } tuple)
            return Symbol(asked, field, index.Of(field.OriginalDefinition));
        List<string> parts = [.. field.ContainingType.TupleElements.Select(e => e.CorrespondingTupleField!.Name)];
        return Follow(new Value(tuple, parts.IndexOf(field.CorrespondingTupleField!.Name)));
    }

    private IEnumerable<Found> Property(Value asked, IPropertyReferenceOperation use)
    {
        IPropertySymbol property = use.Property.OriginalDefinition;
        if (IsTranslation(use)) return throughTranslations ? Follow(asked, use.Arguments[0].Value) : [];
        if (IsOurs(property)) return Symbol(asked, property, index.Of((ISymbol)property).Concat(Positional(property)));
        if (property is { Name: nameof(Exception.Message), ContainingType.Name: nameof(Exception) } && use.Instance?.Type is { } type)
            return Symbol(asked, type, index.Of(type));
        if (isKnown(property)) return [];
        // The value of something that may be missing or is translated, and an element of a collection.
        bool isPart = property.Name is "Value" or "Key" || property.IsIndexer;
        return isPart && use.Instance is { } instance ? Follow(asked, instance) : Lost(use);
    }

    // A property that a record declares as a parameter is what that parameter is given.
    private IEnumerable<Value> Positional(IPropertySymbol property) =>
        from constructor in property.ContainingType.InstanceConstructors
        from parameter in constructor.Parameters
        where parameter.Name == property.Name && parameter.Locations.Any(property.Locations.Contains)
        from value in index.Of(parameter)
        select value;

    private IEnumerable<Found> Call(Value asked, IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod.OriginalDefinition;
        if (method.Name == nameof(ToString) && call.Instance?.Type is { TypeKind: TypeKind.Enum } kind)
            return kind.GetMembers().OfType<IFieldSymbol>().Select(member => new Found(member.Name, call));
        if (IsOurs(method)) return Symbol(asked, method, index.Of((ISymbol)method));
        if (method.MethodKind == MethodKind.DelegateInvoke) return Follow(asked, call.Instance!);
        IOperation[] given = [.. call.Arguments.Select(a => a.Value)];
        return (method.ContainingType.Name, method.Name, call.Instance) switch
        {
            (_, nameof(ToString) or nameof(string.Trim), { } instance) => Follow(asked, instance),
            ("Enumerable" or "Queryable", "Select" or "SelectMany", null) => Follow(asked, given[1]),
            ("Enumerable" or "Queryable", "Concat" or "Prepend" or "Append" or "Union", null) => Follow(asked, given),
            ("Enumerable" or "Queryable", var name, null) when SameElements.Contains(name) => Follow(asked, given[0]),
            ("CollectionExtensions", "GetValueOrDefault", null) => Follow(asked, given[0], given[^1]),
            (nameof(Task) or nameof(ValueTask), nameof(Task.FromResult), null) => Follow(asked, given),
            ("String", nameof(string.Format), null) when throughTranslations =>
                Follow(asked, given.First(g => g.Type?.SpecialType == SpecialType.System_String)),
            _ => Lost(call),
        };
    }

    private IEnumerable<Found> Created(Value asked, IObjectCreationOperation creation)
    {
        var given = creation.Arguments.Where(a => !ViewAttribute.IsName(a)).Select(a => a.Value);
        var held = (creation.Initializer?.Initializers ?? []).Select(i => i switch
        {
            IAssignmentOperation assignment => assignment.Value,
            IInvocationOperation add => add.Arguments[^1].Value,
            _ => i,
        });
        return Follow(asked, [.. given, .. held]);
    }

    // What is put together from pieces is no key; read as a message, its holes are like placeholders.
    private Found[] Composed(IOperation at, IEnumerable<IOperation> pieces) =>
        [new(throughTranslations ? string.Concat(pieces.Select(Piece)) : null, at)];

    private static string Piece(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => text,
        IInterpolatedStringOperation text => string.Concat(text.Parts.Select(Piece)),
        IInterpolatedStringTextOperation part => Piece(part.Text),
        IBinaryOperation sum => Piece(sum.LeftOperand) + Piece(sum.RightOperand),
        _ => "{}",
    };

    private static IOperation Accessed(IConditionalAccessInstanceOperation instance)
    {
        IOperation? up = instance.Parent;
        while (up is not IConditionalAccessOperation) up = up!.Parent;
        return ((IConditionalAccessOperation)up).Operation;
    }

    private static bool Same(ISymbol? one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);

    private static bool IsOurs(ISymbol symbol) => symbol.Locations.Any(l => l.IsInSource);
}
