using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Text;

namespace Watchkeeper.Testing.Configurations;

/// <summary>A configuration of one route to one receiver, for tests of versions: <c>{"receiver":"team-1"}</c>.</summary>
public static class SampleFile
{
    /// <summary>The checked form of a file that routes everything to one receiver.</summary>
    public static byte[] Write(string receiver) =>
        JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string>(StringComparer.Ordinal) { ["receiver"] = receiver });

    /// <summary>Reads it. The receiver has the channels of the parameters' default receiver.</summary>
    public static ConfigurationReadResult Read(ReadOnlyMemory<byte> content, WatchkeeperConfiguration parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        try
        {
            var name = JsonElement.Parse(content.Span).GetProperty("receiver").GetString()!;
            // A fallback keeps its name, as a team's duty does when teams are renamed.
            var fallbacks = parameters.Receivers.Values.Select(each => each.Fallback).ToHashSet(StringComparer.Ordinal);
            var receivers = ImmutableDictionary.CreateRange(
                StringComparer.Ordinal,
                parameters.Receivers.Values.Select(each => fallbacks.Contains(each.Name)
                    ? KeyValuePair.Create(each.Name, each)
                    : KeyValuePair.Create(Named(each.Name, name), each with { Name = Named(each.Name, name) })));
            var route = parameters.Route with
            {
                Routes = [.. parameters.Route.Routes.Select(each => each with { Receiver = Named(each.Receiver!, name) })],
            };
            return new ConfigurationReadResult(parameters with { Receivers = receivers, Route = route }, null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return new ConfigurationReadResult(null, new Rejection("$.receiver", "missing; a name is expected"));
        }
    }

    // «default» and «planned», so that a version differs from another in names alone.
    private static string Named(string role, string name) => $"{name}-{role}";
}
