using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Watchkeeper.Packages.Tests.Clients;

/// <summary>An HTTP server on the loopback address that gives scripted answers in order, and repeats the last one.</summary>
internal sealed class SmallServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<Answer> answers;
    private readonly Task serving;

    public SmallServer(params IEnumerable<Answer> answers)
    {
        this.answers = [.. answers];
        listener.Start();
        Url = $"http://{listener.LocalEndpoint}";
        serving = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The requests as received.</summary>
    public ConcurrentQueue<Received> Requests { get; } = new();

    /// <summary>Completes with the first request.</summary>
    public TaskCompletionSource FirstRequest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await serving;
        end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(end.Token);
                await using var stream = client.GetStream();
                Requests.Enqueue(await ReadAsync(stream));
                FirstRequest.TrySetResult();
                var answer = answers[Math.Min(Requests.Count, answers.Count) - 1];
                if (answer.Status is 0)
                    await Task.Delay(Timeout.Infinite, end.Token);
                await stream.WriteAsync(answer.ToBytes(), end.Token);
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
            {
                // The client disconnected, or the test ended.
            }
        }
    }

    private async Task<Received> ReadAsync(NetworkStream stream)
    {
        var bytes = new List<byte>();
        var buffer = new byte[65536];
        while (true)
        {
            var text = Encoding.Latin1.GetString(bytes.ToArray());
            var headEnd = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (headEnd >= 0 && bytes.Count >= headEnd + 4 + ContentLength(text[..headEnd]))
            {
                return new Received(
                    text[..headEnd], Encoding.UTF8.GetString(bytes.ToArray(), headEnd + 4, bytes.Count - headEnd - 4));
            }
            var read = await stream.ReadAsync(buffer, end.Token);
            if (read == 0)
                throw new IOException("The client went away.");
            bytes.AddRange(buffer[..read]);
        }
    }

    private static int ContentLength(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture))
        .FirstOrDefault();

    /// <summary>A response; the status 0 stands for none at all.</summary>
    internal sealed record Answer(int Status, string Body, string ContentType = "text/xml")
    {
        public static Answer Never { get; } = new(0, "");

        /// <summary>An error response of the Query protocol.</summary>
        public static Answer QueryError(int status, string code, string extra = "") => new(
            status,
            $"""
            <ErrorResponse xmlns="http://example.amazonaws.com/doc/"><Error><Type>Sender</Type><Code>{code}</Code>
            <Message>Why &amp; how</Message>{extra}</Error><RequestId>r-1</RequestId></ErrorResponse>
            """);

        public static Answer Json(int status, string body) => new(status, body, "application/x-amz-json-1.1");

        public byte[] ToBytes()
        {
            var body = Encoding.UTF8.GetBytes(Body);
            var head = $"HTTP/1.1 {Status} X\r\nContent-Type: {ContentType}\r\nContent-Length: "
                + $"{body.Length}\r\nx-amzn-RequestId: r-2\r\nConnection: close\r\n\r\n";
            return [.. Encoding.ASCII.GetBytes(head), .. body];
        }
    }

    internal sealed record Received(string Head, string Body)
    {
        /// <summary>The parameters of a posted form, decoded.</summary>
        public Dictionary<string, string> Form => Body.Split('&').Select(pair => pair.Split('='))
            .ToDictionary(
                pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
    }
}
