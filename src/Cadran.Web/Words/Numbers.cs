using System.Globalization;

namespace Cadran.Web.Words;

/// <summary>Numbers for machines inside pages: attributes that scripts read, never what people read.</summary>
public static class Numbers
{
    public static string Invariant(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
