using Watchkeeper.Cli.Emulators;
using Xunit;

namespace Watchkeeper.Testing;

/// <summary>
/// moto_server for the tests of a class, a collection or an assembly: SNS, SES, SQS, Auto Scaling, Support and others. Its
/// state is one for all of them: a test takes names that nobody else has. Tests fail when it cannot be had.
/// </summary>
public sealed class MotoFixture : IAsyncLifetime
{
    private readonly HttpClient http = new();
    private MotoServer? emulator;

    /// <summary>What a client takes as its ServiceURL.</summary>
    public string ServiceUrl => emulator?.ServiceUrl ?? throw new InvalidOperationException("moto_server has not been started.");

    /// <summary>All that moto was told, as its own JSON: service, then kind of thing, then a list of objects.</summary>
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
