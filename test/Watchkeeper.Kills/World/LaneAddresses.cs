using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;

namespace Watchkeeper.Kills.World;

/// <summary>Where a lane's functions find the emulators: at the proxy's ports.</summary>
internal sealed class LaneAddresses
{
    private const string DynamoDbVariable = "AWS_ENDPOINT_URL_DYNAMODB";
    private const string MotoVariable = "AWS_ENDPOINT_URL";

    private readonly ImmutableDictionary<string, string> ports;

    private LaneAddresses(ImmutableDictionary<string, string> ports, string dynamoDb) =>
        (this.ports, DynamoDb) = (ports, dynamoDb);

    /// <summary>The emulator itself, past the proxy.</summary>
    public string DynamoDb { get; }

    /// <summary>Opens a port for each address that the variables name.</summary>
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

    /// <summary>A queue's URL is also where a client sends its requests.</summary>
    public string OfQueue(string url) => ports[MotoVariable] + new Uri(url).AbsolutePath;
}
