using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;

namespace Cadran.Web.Hosting;

/// <summary>Renders a view to text outside a page: reports saved as a file, by the browser or by a command, come from the same markup.</summary>
public sealed class RazorText(IRazorViewEngine views, ITempDataProvider tempData, IServiceProvider services, IHttpContextAccessor current)
{
    public async Task<string> RenderAsync<TModel>(string path, TModel model)
    {
        HttpContext http = current.HttpContext ?? new DefaultHttpContext { RequestServices = services };
        var action = new ActionContext(http, http.GetRouteData() ?? new RouteData(), new ActionDescriptor());
        var view = views.GetView(null, path, isMainPage: false).View ?? throw new InvalidOperationException($"There is no view {path}.");
        await using var writer = new StringWriter();
        var data = new ViewDataDictionary<TModel>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = model };
        await view.RenderAsync(new ViewContext(action, view, data, new TempDataDictionary(http, tempData), writer, new HtmlHelperOptions()));
        return writer.ToString();
    }
}
