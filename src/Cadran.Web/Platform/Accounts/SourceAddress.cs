using System.Net;
using System.Net.Sockets;

namespace Cadran.Web.Platform;

/// <summary>Where a request comes from, as limits count it.</summary>
internal static class SourceAddress
{
    // A household or an office has 2^64 addresses of IPv6, and one of IPv4.
    private const int NetworkBytes = 8;

    /// <summary>The network: the whole of an IPv4 address, the first half of an IPv6 one.</summary>
    public static byte[] Network(HttpContext http)
    {
        IPAddress? address = http.Connection.RemoteIpAddress;
        if (address is null) return [];
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        byte[] all = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? all[..NetworkBytes] : all;
    }
}
