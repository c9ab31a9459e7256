using System.Net;
using System.Net.Sockets;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// The connection to X-Ray's daemon: datagrams to the address from Lambda. A datagram that cannot be sent at once is dropped,
/// because tracing must never fail an invocation.
/// </summary>
internal sealed class XRayDaemon : IDisposable
{
    /// <summary>The maximum document in bytes: a segment may have 64 kB, a datagram slightly less.</summary>
    public const int MaxDocumentLength = 63 * 1024;

    private readonly Socket socket;

    private XRayDaemon(Socket socket) => this.socket = socket;

    /// <summary>
    /// Connects to the address in <c>AWS_XRAY_DAEMON_ADDRESS</c>: <c>ADDRESS:PORT</c>, or the long form of X-Ray's SDKs with
    /// <c>udp:ADDRESS:PORT</c> in it. Null if the address is missing or invalid.
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
            // The daemon does not listen, or the socket's buffer is full.
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
        // Lambda gives a numeric address. A host name would need a look-up at every cold start.
        return part.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(part, out var endPoint) && endPoint.Port > 0
            ? endPoint
            : null;
    }
}
