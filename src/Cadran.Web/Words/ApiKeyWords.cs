using Cadran.People;

namespace Cadran.Web.Words;

/// <summary>What programs may do, in words. Keys of the localiser.</summary>
public static class ApiKeyWords
{
    public static string Name(ApiScope scope) => scope switch
    {
        _ => "Send answers",
    };
}
