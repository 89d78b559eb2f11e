using Microsoft.CodeAnalysis;

namespace Cadran.Tests.Architecture.Code;

/// <summary>Something that is stored, passed or returned; with a part, only that part of the tuple it is.</summary>
internal readonly record struct Value(IOperation Operation, int? Part = null);
