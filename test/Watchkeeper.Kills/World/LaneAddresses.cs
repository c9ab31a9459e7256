using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;

namespace Watchkeeper.Kills.World;

/// <summary>The emulators' addresses for a lane's functions: ports of the proxy.</summary>
internal sealed class LaneAddresses
{
    private const string DynamoDbVariable = "AWS_ENDPOINT_URL_DYNAMODB";
    private const string MotoVariable = "AWS_ENDPOINT_URL";

    private readonly ImmutableDictionary<string, string> ports;

    private LaneAddresses(ImmutableDictionary<string, string> ports, string dynamoDb) =>
        (this.ports, DynamoDb) = (ports, dynamoDb);

    /// <summary>The address of the emulator itself, past the proxy.</summary>
    public string DynamoDb { get; }

    /// <summary>Opens a port of the proxy for each address among the variables.</summary>
    public static async Task<LaneAddresses> StandBeforeAsync(
        FaultProxy proxy, ImmutableSortedDictionary<string, string> variables)
    {
        var ports = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, upstream) in variables.Where(each => each.Key.StartsWith(MotoVariable, StringComparison.Ordinal)))
            ports[name] = await proxy.StandBeforeAsync(upstream);
        return new LaneAddresses(ports.ToImmutable(), variables[DynamoDbVariable]);
    }

    public ImmutableSortedDictionary<string, string> Redirect(ImmutableSortedDictionary<string, string> variables) =>
        variables.SetItems(ports);

    /// <summary>The queue's URL at the proxy: clients send their requests to it.</summary>
    public string OfQueue(string url) => ports[MotoVariable] + new Uri(url).AbsolutePath;
}
