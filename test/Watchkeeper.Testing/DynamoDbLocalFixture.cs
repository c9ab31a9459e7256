using Amazon.DynamoDBv2;
using Watchkeeper.Cli.Emulators;
using Xunit;

namespace Watchkeeper.Testing;

/// <summary>
/// DynamoDB Local for the tests of a class, a collection or an assembly. Its database is one for all of them: a test takes
/// table names that nobody else has. Tests fail when it cannot be had.
/// </summary>
public sealed class DynamoDbLocalFixture : IAsyncLifetime
{
    private DynamoDbLocal? emulator;

    /// <summary>What a client takes as its ServiceURL.</summary>
    public string ServiceUrl =>
        emulator?.ServiceUrl ?? throw new InvalidOperationException("DynamoDB Local has not been started.");

    /// <summary>A client of it, the caller's to dispose of.</summary>
    public AmazonDynamoDBClient CreateClient() => new(
        Emulated.Credentials, new AmazonDynamoDBConfig { ServiceURL = ServiceUrl, AuthenticationRegion = Emulated.Region });

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        emulator = await DynamoDbLocal.StartAsync(Emulated.Options, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
