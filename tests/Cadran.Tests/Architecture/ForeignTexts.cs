namespace Cadran.Tests.Architecture;

/// <summary>
/// Where a text that is looked up stops being one of ours, so that nobody can say which texts it may be. Each line needs its reason; a line
/// that no text comes by any more fails the test, and so does a place that is not here.
/// </summary>
internal static class ForeignTexts
{
    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["FieldMarkup.Words"] = "The name of a property or of a choice in words; FieldNames reads those.",
        ["ModelMetadata.DisplayName"] = "The framework hands on what an attribute says; it is read at the attribute.",
        ["ModelError.ErrorMessage"] = "The framework hands on what was refused; it is read where it is refused.",
        ["InventoryWords.For(code)"] = "A code that the inventory does not explain is shown as it is.",
    };
}
