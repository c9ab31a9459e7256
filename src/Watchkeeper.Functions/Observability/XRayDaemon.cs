using System.Net;
using System.Net.Sockets;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// The way to X-Ray's daemon: datagrams to the address that Lambda gives. What cannot be sent at once is dropped: no trace is
/// worth an invocation.
/// </summary>
public sealed class XRayDaemon : IDisposable
{
    /// <summary>Longest document that the daemon takes, in bytes: a segment may have 64 kB, a datagram a little less.</summary>
    public const int MaxDocumentLength = 63 * 1024;

    private readonly Socket socket;

    private XRayDaemon(Socket socket) => this.socket = socket;

    /// <summary>
    /// Opens the way to the address in <c>AWS_XRAY_DAEMON_ADDRESS</c>: <c>ADDRESS:PORT</c>, or the long form of X-Ray's SDKs with
    /// <c>udp:ADDRESS:PORT</c> in it. Null where there is none or it is no address.
    /// </summary>
    public static XRayDaemon? Connect(string? address)
    {
        if (EndPointOf(address) is not { } endPoint)
            return null;
        var udp = new Socket(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { Blocking = false };
        try
        {
            udp.Connect(endPoint);
            return new XRayDaemon(udp);
        }
        catch (SocketException)
        {
            udp.Dispose();
            return null;
        }
    }

    /// <summary>Sends one datagram, or drops it.</summary>
    public void Send(ReadOnlySpan<byte> datagram)
    {
        try
        {
            socket.Send(datagram);
        }
        catch (SocketException)
        {
            // Nobody listens, or the socket's buffer is full.
        }
        catch (ObjectDisposedException)
        {
            // The process is about to end.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private static IPEndPoint? EndPointOf(string? address)
    {
        const string prefix = "udp:";
        var parts = (address ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var part = parts.FirstOrDefault(part => part.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))?[prefix.Length..]
            ?? (parts is [var only] ? only : "");
        // Lambda gives numbers; a name would have to be looked up at every cold start.
        return part.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(part, out var endPoint) && endPoint.Port > 0
            ? endPoint
            : null;
    }
}
