using Watchkeeper.Cli.Emulators;
using Xunit;

namespace Watchkeeper.Testing;

/// <summary>
/// moto_server for the tests of a class, a collection or an assembly: SNS, SES, SQS, Auto Scaling, Support and others. They share
/// its state, so each test takes names of its own. Tests fail if it cannot start.
/// </summary>
public sealed class MotoFixture : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private MotoServer? emulator;

    /// <summary>The ServiceURL for clients.</summary>
    public string ServiceUrl => emulator?.ServiceUrl ?? throw new InvalidOperationException("moto_server has not been started.");

    /// <summary>moto's whole state in its own JSON: by service, then by resource type, a list of objects.</summary>
    public Task<string> ReadDataAsync(CancellationToken cancellationToken) =>
        http.GetStringAsync(new Uri(ServiceUrl + "/moto-api/data.json"), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        emulator = await MotoServer.StartAsync(Emulated.Options, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        http.Dispose();
        return emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
