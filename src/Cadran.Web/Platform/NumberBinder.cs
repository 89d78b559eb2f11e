using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;

namespace Cadran.Web.Platform;

/// <summary>
/// Reads numbers with decimals as people of both languages type them: "3,5" and "3.5" are the same number in English and in French.
/// Nothing divides thousands. What could be thousands in the other language, such as "1,000" in English, is refused rather than guessed.
/// </summary>
internal sealed class NumberBinder : IModelBinder, IModelBinderProvider, IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options) => options.ModelBinderProviders.Insert(0, this);

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(double) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ValueProviderResult sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None) return Task.CompletedTask;
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        string typed = sent.FirstValue?.Trim() ?? "";
        if (typed.Length == 0 && bindingContext.ModelMetadata.IsReferenceOrNullableType)
            bindingContext.Result = ModelBindingResult.Success(null);
        else if (Read(typed, CultureInfo.CurrentCulture) is { } number) bindingContext.Result = ModelBindingResult.Success(number);
        else bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, new FormatException(), bindingContext.ModelMetadata);
        return Task.CompletedTask;
    }

    /// <summary>The number, or null when it is not one or could be two.</summary>
    internal static double? Read(string typed, CultureInfo culture)
    {
        string point = typed.Replace('−', '-').Replace(',', '.');
        if (!double.TryParse(point, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture,
            out double number)
            || !double.IsFinite(number))
            return null;
        int sign = typed.IndexOfAny([',', '.']);
        if (sign < 0 || typed[sign].ToString() == culture.NumberFormat.NumberDecimalSeparator) return number;
        string whole = typed[..sign].TrimStart('-', '+', '−');
        bool thousands = typed.Length - sign == 4 && whole.Length is > 0 and <= 3 && whole[0] != '0';
        return thousands ? null : number;
    }
}
