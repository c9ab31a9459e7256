using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Watchkeeper.Cli.Routes;

/// <summary>Receivers as an object in one line.</summary>
internal static class ReceiverList
{
    public static string Json(ImmutableArray<string> receivers) =>
        new JsonObject { ["receivers"] = new JsonArray([.. receivers.Select(name => (JsonNode)name)]) }.ToJsonString();
}
