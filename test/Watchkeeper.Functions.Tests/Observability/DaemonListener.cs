using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Watchkeeper.Functions.Tests.Observability;

/// <summary>Listens in place of X-Ray's daemon for datagrams on a local port.</summary>
internal sealed class DaemonListener : IDisposable
{
    private const string Header = """{"format":"json","version":1}""";
    private readonly UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));

    public string Address => socket.Client.LocalEndPoint!.ToString()!;

    public void Dispose() => socket.Dispose();

    /// <summary>The documents received so far: on the loopback a datagram arrives as soon as it is sent.</summary>
    public List<JsonElement> Documents()
    {
        var documents = new List<JsonElement>();
        while (socket.Available > 0)
        {
            IPEndPoint? from = null;
            var lines = Encoding.UTF8.GetString(socket.Receive(ref from)).Split('\n');
            if (lines is not [Header, var document])
                throw new InvalidDataException($"not a header and a document: {lines[0]}");
            documents.Add(JsonDocument.Parse(document).RootElement);
        }

        return documents;
    }
}
