using Amazon.DynamoDBv2;
using Watchkeeper.Cli.Emulators;
using Xunit;

namespace Watchkeeper.Testing;

/// <summary>
/// DynamoDB Local for the tests of a class, a collection or an assembly. They share one database, so each test takes a table name
/// of its own. Tests fail if it cannot start.
/// </summary>
public sealed class DynamoDbLocalFixture : IAsyncLifetime
{
    private DynamoDbLocal? emulator;

    /// <summary>The ServiceURL for clients.</summary>
    public string ServiceUrl =>
        emulator?.ServiceUrl ?? throw new InvalidOperationException("DynamoDB Local has not been started.");

    /// <summary>Creates a client; the caller disposes of it.</summary>
    public AmazonDynamoDBClient CreateClient() => new(
        Emulated.Credentials, new AmazonDynamoDBConfig { ServiceURL = ServiceUrl, AuthenticationRegion = Emulated.Region });

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() =>
        emulator = await DynamoDbLocal.StartAsync(Emulated.Options, TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => emulator?.DisposeAsync() ?? ValueTask.CompletedTask;
}
