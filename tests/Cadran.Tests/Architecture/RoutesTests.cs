using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Cadran.Tests.Support;
using Cadran.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Cadran.Tests.Architecture;

/// <summary>Every address is written once, in <see cref="Routes"/>, and is one the running program answers at.</summary>
[Trait("Database", "any")]
public sealed class RoutesTests(TestApp app)
{
    // Razor's second address of the first page, and what catches mistyped addresses of respondents.
    private static readonly string[] NotLedTo = ["Index", "/answer/", "/answer/{slug}/{language}/{**rest}"];

    private readonly IReadOnlyList<RouteEndpoint> endpoints =
        [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .OrderBy(e => e.RoutePattern.InboundPrecedence)];

    [Fact]
    public void EveryAddress_IsOneTheProgramAnswersAt() =>
        Assert.Empty(Addresses().Where(a => Find(a.Address) is null).Select(a => $"{a.Member}: nothing answers at {a.Address}"));

    [Fact]
    public void EveryEndpoint_IsLedToByAnAddress()
    {
        HashSet<RouteEndpoint> found = [.. Addresses().Select(a => Find(a.Address)).OfType<RouteEndpoint>()];
        string[] unknown = [.. endpoints.Where(e => !found.Contains(e) && !NotLedTo.Contains(e.RoutePattern.RawText) && !IsSecond(e, found))
            .Select(e => e.RoutePattern.RawText!)];
        Assert.Empty(unknown);
    }

    [Fact]
    public void AnAddressOfAPage_IsNamedAsThePageIs()
    {
        // Where a page is told apart from another of its name by another word.
        (string Page, string Member)[] otherwise =
        [
            ("/Insight/Waves/", "Results."), ("/Collection/Waves/Import/", "Imports."), ("/Reporting/Services/Show", "Reports.Service"),
            ("/Collection/Waves/Qr", "Waves.QrSvg"), ("/Collection/Waves/Qr", "Waves.QrPng"), ("/Index", "Home"), ("/Error/", "Errors."),
        ];
        var wrong = from address in Addresses()
                    let page = Find(address.Address)?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath
                    where page is not null
                        && !otherwise.Any(o => page.StartsWith(o.Page, StringComparison.Ordinal)
                            && address.Member.StartsWith(o.Member, StringComparison.Ordinal))
                    let folder = page.Split('/')[^2]
                    where address.Member.Split('.')[0] != folder
                    select $"{address.Member} is {page}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void Sources_WriteNoAddress()
    {
        // A literal that begins as an address of the program does; where pages and files of styles lie is none.
        string first =
            string.Join('|',
                endpoints.Select(e => e.RoutePattern.RawText!.Trim('/').Split('/')[0]).Where(s => s.Length > 0 && s[0] != '{').Distinct());
        var literal = new Regex($"""(?:"|')/(?:{first})(?![\w-]|/[^"']*\.cshtml)|\b(?:href|action|src)="/""", RegexOptions.None);
        string[] files =
            [.. Sources.Files(Sources.Web, "*.cs"), .. Sources.Files(Sources.Web, "*.cshtml"), .. Sources.Files(Sources.Domain, "*.cs")];
        string[] written =
        [
            .. from file in files
               where Path.GetFileName(file) != "Routes.cs"
               from line in File.ReadLines(file)
               where !line.TrimStart('\uFEFF').StartsWith("@page", StringComparison.Ordinal) && literal.IsMatch(line)
               select $"{Path.GetRelativePath(Sources.Root, file)}: {line.Trim()}",
        ];
        Assert.True(written.Length == 0, string.Join('\n', written));
    }

    // The same route under another method.
    private static bool IsSecond(RouteEndpoint endpoint, HashSet<RouteEndpoint> found) =>
        found.Any(other => other.RoutePattern.RawText == endpoint.RoutePattern.RawText);

    // As the program's routing does: the most specific pattern whose constraints hold.
    private RouteEndpoint? Find(string address)
    {
        string path = address.Split('?', '#')[0];
        var policies = app.Services.GetRequiredService<ParameterPolicyFactory>();
        return endpoints.FirstOrDefault(endpoint =>
        {
            var values = new RouteValueDictionary();
            return new TemplateMatcher(TemplateParser.Parse(endpoint.RoutePattern.RawText!.TrimStart('/')), []).TryMatch(path, values)
                && endpoint.RoutePattern.Parameters.All(parameter => !values.ContainsKey(parameter.Name)
                    || parameter.ParameterPolicies.All(policy =>
                    policies.Create(parameter, policy) is not IRouteConstraint constraint
                    || constraint.Match(null, null, parameter.Name, values, RouteDirection.IncomingRequest)));
        });
    }

    private static IEnumerable<(string Member, string Address)> Addresses()
    {
        foreach (Type group in typeof(Routes).GetNestedTypes().Prepend(typeof(Routes)))
        {
            string prefix = group == typeof(Routes) ? "" : group.Name + ".";
            foreach (FieldInfo constant in group.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(f => !f.Name.EndsWith("Pattern", StringComparison.Ordinal) && f.Name != "Folder"))
                yield return (prefix + constant.Name, (string)constant.GetRawConstantValue()!);
            foreach (MethodInfo method in group.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(m => m.ReturnType == typeof(string)))
                yield return (prefix + method.Name, (string)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!);
        }
    }

    private static object Sample(ParameterInfo parameter) =>
        (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) switch
        {
            var type when type == typeof(Guid) => Guid.NewGuid(),
            var type when type == typeof(int) => 404,
            var type when type == typeof(long) => 7L,
            { IsEnum: true } type => Enum.GetValues(type).GetValue(0)!,
            _ => parameter.Name!.ToLower(CultureInfo.InvariantCulture),
        };
}
