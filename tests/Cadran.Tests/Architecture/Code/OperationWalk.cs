using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Cadran.Tests.Architecture.Code;

/// <summary>Walks through what one file does and writes down where values go.</summary>
internal sealed class OperationWalk
{
    private readonly SemanticModel model;

    private OperationWalk(SemanticModel model) => this.model = model;

    public List<(ISymbol Symbol, Value Value)> Values { get; } = [];
    public List<IOperation> Uses { get; } = [];
    public List<IOperation> Unbound { get; } = [];

    public static OperationWalk Read(SemanticModel model)
    {
        var walk = new OperationWalk(model);
        walk.Find(model.SyntaxTree.GetRoot());
        return walk;
    }

    // A body, an initialiser or an attribute is the root of its operations; what is between them has none.
    private void Find(SyntaxNode node)
    {
        if (node is PrimaryConstructorBaseTypeSyntax && model.GetOperation(node) is { } handed)
            Visit(handed, model.GetDeclaredSymbol(node.Parent!.Parent!));
        else if (IsRoot(node) && model.GetOperation(node) is { Parent: null } root)
        {
            Visit(root, model.GetDeclaredSymbol(node.Parent is BasePropertyDeclarationSyntax ? node.Parent : node));
            foreach (SyntaxNode child in node.ChildNodes().Where(child => child is AttributeListSyntax or ParameterListSyntax)) Find(child);
            return;
        }
        foreach (SyntaxNode child in node.ChildNodes()) Find(child);
    }

    private static bool IsRoot(SyntaxNode node) => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax
        or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or AttributeSyntax or GlobalStatementSyntax;

    private void Visit(IOperation operation, ISymbol? owner)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation lambda: owner = lambda.Symbol; break;
            case ILocalFunctionOperation local: owner = local.Symbol; break;
            case IReturnOperation { ReturnedValue: { } value } when owner is not null: Add(owner, new(value)); break;
            case IArgumentOperation { ArgumentKind: not ArgumentKind.DefaultValue } argument: Pass(argument); break;
            case IAssignmentOperation assignment: Assign(assignment.Target, new(assignment.Value)); break;
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declared: Add(declared.Symbol, new(value)); break;
            case IFieldInitializerOperation field: foreach (IFieldSymbol f in field.InitializedFields) Add(f, new(field.Value)); break;
            case IPropertyInitializerOperation own: foreach (IPropertySymbol p in own.InitializedProperties) Add(p, new(own.Value)); break;
            case IForEachLoopOperation loop: Assign(loop.LoopControlVariable, new(loop.Collection)); break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol } pattern: Matched(pattern, symbol); break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol } pattern: Matched(pattern, symbol); break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.Constructor } made: Based(made, owner); break;
            case IInvocationOperation call: Keep(call); break;
            case IInvalidOperation: Unbound.Add(operation); break;
        }
        if (operation is IInvocationOperation or IObjectCreationOperation or IMemberReferenceOperation
            or IPatternOperation or IIsTypeOperation or ICatchClauseOperation)
            Uses.Add(operation);
        foreach (IOperation child in operation.ChildOperations) Visit(child, owner);
    }

    private void Add(ISymbol symbol, Value value)
    {
        // What an accessor returns is its property's.
        if (symbol is IMethodSymbol { AssociatedSymbol: { } property }) symbol = property;
        Values.Add((symbol.OriginalDefinition, value));
    }

    private void Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case ILocalReferenceOperation local: Add(local.Local, value); break;
            case IParameterReferenceOperation parameter: Add(parameter.Parameter, value); break;
            case IMemberReferenceOperation member: Add(member.Member, value); break;
            case IVariableDeclaratorOperation declared: Add(declared.Symbol, value); break;
            case IDeclarationExpressionOperation declaration: Assign(declaration.Expression, value); break;
            case IConversionOperation conversion: Assign(conversion.Operand, value); break;
            case ITupleOperation parts:
                for (int i = 0; i < parts.Elements.Length; i++) Assign(parts.Elements[i], value with { Part = i });
                break;
        }
    }

    private void Pass(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter) return;
        if (parameter.RefKind != RefKind.Out) Add(parameter, new(argument.Value));
        // What comes out of a dictionary was put into it.
        else if (argument.Parent is IInvocationOperation { Instance: { } instance }) Assign(argument.Value, new(instance));
    }

    private void Matched(IPatternOperation pattern, ISymbol symbol)
    {
        IOperation? at = pattern.Parent;
        while (at is IPatternOperation and not IRecursivePatternOperation) at = at.Parent;
        IOperation? value = at switch
        {
            IIsPatternOperation test => test.Value,
            IPropertySubpatternOperation property => property.Member,
            ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } => choice.Value,
            IPatternCaseClauseOperation { Parent.Parent: ISwitchOperation choice } => choice.Value,
            _ => null,
        };
        if (value is not null) Add(symbol, new(value));
    }

    // An exception's message is what its type hands to the framework's constructor.
    private void Based(IInvocationOperation made, ISymbol? owner)
    {
        if (owner is not null && made.Arguments.FirstOrDefault(a => a.Parameter?.Name == "message") is { } message)
            Add(owner as INamedTypeSymbol ?? owner.ContainingType, new(message.Value));
    }

    // list.Add(x): the list holds x. EF's SetProperty(row => row.Name, x): the property is x.
    private void Keep(IInvocationOperation call)
    {
        if (call.Arguments.Length == 0) return;
        Value last = new(call.Arguments[^1].Value);
        if (call.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "Append" && call.Instance is { } list) Assign(list, last);
        if (call.TargetMethod.Name == "SetProperty" && call.Arguments.Length == 2
            && call.Arguments[0].Value.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().FirstOrDefault() is { } set)
            Assign(set, last);
    }
}
