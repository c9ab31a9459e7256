using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Watchkeeper.Aws.Connections;
using Watchkeeper.Cli.Processes;

namespace Watchkeeper.Cli.Accounts;

/// <summary>Creates clients of AWS with the found settings. A configured endpoint always wins over the region's.</summary>
internal sealed class AccountClients : IDisposable
{
    private readonly AccountSettings settings;
    private readonly AWSCredentials credentials;
    private readonly AwsConnections connections;

    /// <exception cref="RunException">The file with trusted roots cannot be used.</exception>
    public AccountClients(AccountSettings settings, AWSCredentials credentials)
    {
        (this.settings, this.credentials) = (settings, credentials);
        connections = new AwsConnections(Trust(settings.Bundle));
    }

    /// <summary>Creates a client of DynamoDB.</summary>
    public AmazonDynamoDBClient DynamoDb() => new(credentials, Configure(new AmazonDynamoDBConfig(), settings.DynamoDb));

    /// <summary>Creates a client of STS that does not repeat its calls.</summary>
    public AmazonSecurityTokenServiceClient Sts()
    {
        var config = Configure(new AmazonSecurityTokenServiceConfig(), settings.Sts);
        config.MaxErrorRetry = 0;
        return new AmazonSecurityTokenServiceClient(credentials, config);
    }

    /// <inheritdoc/>
    public void Dispose() => connections.Dispose();

    private T Configure<T>(T config, Setting? endpoint)
        where T : ClientConfig
    {
        connections.Configure(config);
        // The settings name the endpoint, so the SDK must not look for another one.
        config.IgnoreConfiguredEndpointUrls = true;
        // The later of ServiceURL and RegionEndpoint wins, so only one of them is set.
        if (endpoint is not null)
            (config.ServiceURL, config.AuthenticationRegion) = (endpoint.Value, settings.Region.Value);
        else
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region.Value);
        return config;
    }

    private static TrustStore Trust(Setting? bundle)
    {
        if (bundle is null)
            return TrustStore.System;
        return TrustStore.FromFile(bundle.Value, out var problem)
            ?? throw new RunException($"{bundle.Origin} is «{bundle.Value}», which cannot be used: {problem}.")
            {
                IsUsage = true,
            };
    }
}
