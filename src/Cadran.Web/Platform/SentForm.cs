using System.Security.Cryptography;
using System.Text;

namespace Cadran.Web.Platform;

/// <summary>
/// A form that makes something counts once, however often it is sent: the number of what it makes follows from the form as it was shown
/// and from what was written in it. Sent again with other words it makes another thing.
/// </summary>
public static class SentForm
{
    /// <summary>Name of the hidden field that tells one showing of a form from another.</summary>
    public const string Field = "once";

    /// <summary>A number for the thing; by its beginning things stay in the order in which their forms were shown.</summary>
    public static Guid Number(this HttpRequest request)
    {
        Guid shown = Guid.TryParse(request.Form[Field], out Guid given) ? given : Guid.CreateVersion7();
        string written = string.Join('\u001f', request.Form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal))
            .OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value.Prepend(f.Key)));
        byte[] number = shown.ToByteArray(bigEndian: true);
        SHA256.HashData(Encoding.UTF8.GetBytes(written)).AsSpan(0, 7).CopyTo(number.AsSpan(9));
        return new Guid(number, bigEndian: true);
    }

    /// <summary>Saves; a record that is there already was made by the same form, and is what the person asked for.</summary>
    public static async Task OnceAsync(Func<Task> save)
    {
        try
        {
            await save();
        }
        catch (RuleViolationException twice) when (twice.Code == Refusals.Sent)
        {
            // There already: whoever sent it is led to it.
        }
    }
}
