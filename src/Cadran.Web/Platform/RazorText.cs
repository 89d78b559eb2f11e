using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Cadran.Web.Platform;

/// <summary>
/// Renders a view to text outside any request, in the culture of the moment: respondent pages are kept as bytes, reports saved as a
/// file come from the same markup whether the browser or a command asks. A view rendered here knows nobody and no address.
/// </summary>
public sealed class RazorText(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services)
{
    /// <param name="path">From the root of the program, such as <c>/Answer/Thanks.cshtml</c>.</param>
    /// <param name="whole">True for a page with its layout, false for a part of one.</param>
    public async Task<string> RenderAsync<TModel>(string path, TModel model, bool whole)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var view = views.GetView(null, path, isMainPage: whole).EnsureSuccessful(null).View!;
        await using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(http, tempData), writer,
            new HtmlHelperOptions()));
        return writer.ToString();
    }
}
