using System.Net;
using Watchkeeper.Cli.Emulators;
using Xunit;

namespace Watchkeeper.Testing;

/// <summary>
/// moto_server for the tests of a class, a collection or an assembly: SNS, SES, SQS, Auto Scaling, Support and others. They share
/// its state, so each test takes names of its own. Tests fail if it cannot start.
/// </summary>
public sealed class MotoFixture : IAsyncLifetime
{
    private const int MaxTries = 5;

    private readonly HttpClient http = new();
    private MotoServer? emulator;

    /// <summary>The ServiceURL for clients.</summary>
    public string ServiceUrl => emulator?.ServiceUrl ?? throw new InvalidOperationException("moto_server has not been started.");

    /// <summary>
    /// moto's whole state in its own JSON: by service, then by resource type, a list of objects. moto answers 500 if another test
    /// adds an object while it writes them; then it is asked again.
    /// </summary>
    public async Task<string> ReadDataAsync(CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            using var response = await http.GetAsync(new Uri(ServiceUrl + "/moto-api/data.json"), cancellationToken);
            if (response.StatusCode is not HttpStatusCode.InternalServerError || tries == MaxTries)
                return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
        }
    }

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
