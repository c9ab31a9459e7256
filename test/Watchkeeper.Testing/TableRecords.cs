using System.Text;
using Watchkeeper.Cli.Emulators;

namespace Watchkeeper.Testing;

/// <summary>The records of a table's stream in DynamoDB Local, as the emulator run reads them.</summary>
public sealed class TableRecords : IDisposable
{
    private readonly HttpClient http = new();
    private readonly EmulatedStream stream;

    /// <param name="serviceUrl">The emulator's address.</param>
    /// <param name="streamArn">The stream's ARN.</param>
    public TableRecords(string serviceUrl, string streamArn) =>
        stream = new EmulatedStream(http, serviceUrl, streamArn, TimeProvider.System);

    /// <summary>The records since the last call, each as JSON.</summary>
    public async Task<IEnumerable<string>> ReadAsync(CancellationToken cancellationToken) =>
        (await stream.ReadAsync("test", cancellationToken)).Select(record => Encoding.UTF8.GetString(record.Json.Span));

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();
}
