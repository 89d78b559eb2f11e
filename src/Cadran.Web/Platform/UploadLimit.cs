using Microsoft.AspNetCore.Diagnostics;

namespace Cadran.Web.Platform;

/// <summary>
/// Refuses a request that announces more than the upload limit, before anything reads it. Left to the server, the refusal would come
/// while the form token is looked for, and be told as a form that cannot be read (400).
/// </summary>
internal sealed class UploadLimit(RequestDelegate next, CadranSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        bool telling = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (telling || !(context.Request.ContentLength > settings.UploadLimit)) return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }
}
