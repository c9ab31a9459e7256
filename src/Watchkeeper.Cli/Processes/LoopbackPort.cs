using System.Net;
using System.Net.Sockets;

namespace Watchkeeper.Cli.Processes;

/// <summary>TCP ports on the loopback address.</summary>
internal static class LoopbackPort
{
    /// <summary>Returns a port that was free a moment ago; another program may take it first.</summary>
    public static int AnyFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <exception cref="RunException">Another program uses the port, or this process may not use it.</exception>
    public static void RequireFree(int port, string emulator)
    {
        if (port is < 1 or > IPEndPoint.MaxPort)
        {
            throw new RunException(
                $"{emulator} cannot listen on port {port}: a port is a number from 1 to {IPEndPoint.MaxPort}.");
        }
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw InUse(port, emulator, taken);
        }
    }

    public static RunException InUse(int port, string emulator, Exception? cause = null)
    {
        var denied = cause is SocketException { SocketErrorCode: SocketError.AccessDenied };
        var reason = denied ? "this user may not use it. Give" : "it is in use. Stop the program that listens there, or give";
        var message = $"{emulator} cannot listen on port {port}: {reason} another port, or omit it to take any free one.";
        return new RunException(message, cause);
    }
}
