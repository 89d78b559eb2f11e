using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Cadran.Tests.Architecture.Code;

/// <summary>
/// How the class of a view gives a tag its attributes: a fixed one as a name with its value, another written piece by piece into a buffer
/// that all tags of the view share.
/// </summary>
internal static class ViewAttribute
{
    public static bool IsBuffer(IFieldReferenceOperation use) => use.Field.Name == "__tagHelperStringValueBuffer";

    public static bool IsName(IArgumentOperation argument) =>
        argument.Parent is IObjectCreationOperation { Type.Name: "TagHelperAttribute" } && argument.Parameter?.Name != "value";

    /// <summary>What was written into the buffer since it was last emptied.</summary>
    public static IOperation[] Pieces(IFieldReferenceOperation buffer)
    {
        IOperation statement = buffer;
        while (statement.Parent is not (null or IBlockOperation)) statement = statement.Parent;
        if (statement.Parent is not IBlockOperation block) return [];
        return
        [
            .. block.Operations.TakeWhile(o => o != statement).OfType<IExpressionStatementOperation>()
                .Select(o => o.Operation).OfType<IInvocationOperation>().Reverse()
                .TakeWhile(call => call.TargetMethod.Name != "BeginWriteTagHelperAttribute")
                .Where(call => call.TargetMethod.Name is "Write" or "WriteLiteral").Reverse().Select(call => call.Arguments[0].Value),
        ];
    }
}
