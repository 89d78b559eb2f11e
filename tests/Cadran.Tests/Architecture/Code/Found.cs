using Microsoft.CodeAnalysis;

namespace Cadran.Tests.Architecture.Code;

/// <summary>A constant text that reaches a place, or (Text is null) what stands in the way of knowing it.</summary>
internal readonly record struct Found(string? Text, IOperation At);
