using System.ComponentModel.DataAnnotations;
using Cadran.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Cadran.Web.Platform;

/// <summary>
/// What a form says when an attribute gives no message of its own, and what a field is called when it has no display name:
/// the framework's texts are English only and speak of fields and values.
/// </summary>
internal sealed class FormMessages(IStringLocalizer<Text> text) : IConfigureOptions<MvcOptions>, IValidationMetadataProvider,
    IDisplayMetadataProvider
{
    public void Configure(MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((value, name) => text["{1}: “{0}” could not be read.", value, name]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => text["“{0}” could not be read.", value]);
        messages.SetValueMustNotBeNullAccessor(_ => text["A value is missing."]);
    }

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null && Default(rule) is { } message)
                rule.ErrorMessage = message;
    }

    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.MetadataKind == ModelMetadataKind.Property && context.Key.Name is { } name)
            context.DisplayMetadata.DisplayName ??= () => text[FieldMarkup.Words(name)];
    }

    // Only the rules that our forms leave without words of their own. These are keys: the data annotation adapters look them up and fill in
    // name and limits.
    private static string? Default(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "{0}: fill this in.",
        StringLengthAttribute => "{0}: {1} characters at most.",
        RangeAttribute => "{0}: from {1} to {2}.",
        _ => null,
    };
}
