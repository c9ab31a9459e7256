using System.Text.Json;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The client context header: JSON with <c>client</c>, <c>env</c> and <c>custom</c>, each of which may be missing.
/// </summary>
internal sealed class ClientContext : IClientContext, IClientApplication
{
    private JsonElement client;

    public IDictionary<string, string> Environment { get; private init; }

    public IClientApplication Client => client.ValueKind == JsonValueKind.Object ? this : null;

    public IDictionary<string, string> Custom { get; private init; }

    public string AppPackageName => Text(client, "app_package_name");

    public string AppTitle => Text(client, "app_title");

    public string AppVersionCode => Text(client, "app_version_code");

    public string AppVersionName => Text(client, "app_version_name");

    public string InstallationId => Text(client, "installation_id");

    /// <summary>Never null: without a header, all parts are.</summary>
    internal static ClientContext Parse(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return new();

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.Clone();
        return new()
        {
            client = Child(root, "client"),
            Environment = Map(Child(root, "env")),
            Custom = Map(Child(root, "custom")),
        };
    }

    internal static string Text(JsonElement parent, string name) =>
        Child(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement Child(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var child) ? child : default;

    private static Dictionary<string, string> Map(JsonElement parent) => parent.ValueKind != JsonValueKind.Object
        ? null
        : parent.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString(), StringComparer.Ordinal);
}
