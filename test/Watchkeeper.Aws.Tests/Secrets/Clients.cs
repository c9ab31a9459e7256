using Amazon.SecretsManager;
using Amazon.SimpleSystemsManagement;
using Shouldly;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Aws.Secrets;
using Watchkeeper.Secrets;
using Watchkeeper.Testing;

namespace Watchkeeper.Aws.Tests.Secrets;

/// <summary>The store of secrets as functions set it up, at another address.</summary>
internal sealed class Clients : IDisposable
{
    private readonly AwsConnections connections = new(TrustStore.System, TimeSpan.FromSeconds(5));

    public Clients(string url, int retries = 0)
    {
        Parameters = new Lazy<IAmazonSimpleSystemsManagement>(() => new AmazonSimpleSystemsManagementClient(
            Emulated.Credentials, Configure(new AmazonSimpleSystemsManagementConfig())));
        Secrets = new Lazy<IAmazonSecretsManager>(() => new AmazonSecretsManagerClient(
            Emulated.Credentials, Configure(new AmazonSecretsManagerConfig())));
        Store = new AwsSecrets(Parameters, Secrets, TimeProvider.System);

        T Configure<T>(T config)
            where T : Amazon.Runtime.ClientConfig
        {
            connections.Configure(config);
            (config.ServiceURL, config.AuthenticationRegion, config.MaxErrorRetry) = (url, Emulated.Region, retries);
            return config;
        }
    }

    public Lazy<IAmazonSimpleSystemsManagement> Parameters { get; }

    public Lazy<IAmazonSecretsManager> Secrets { get; }

    public AwsSecrets Store { get; }

    public static SecretReference Parse(string text) =>
        SecretReference.Parse(text).ShouldBeOfType<SecretReferenceResult.Parsed>().Reference;

    public Task<SecretResult> ReadAsync(string reference) => Store.ReadAsync(Parse(reference), CancellationToken.None);

    public void Dispose()
    {
        if (Parameters.IsValueCreated)
            Parameters.Value.Dispose();
        if (Secrets.IsValueCreated)
            Secrets.Value.Dispose();
        connections.Dispose();
    }
}
