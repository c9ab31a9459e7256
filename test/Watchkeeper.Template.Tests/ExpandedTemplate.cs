using System.Collections.Immutable;
using System.Text.Json;
using Shouldly;
using Watchkeeper.Template.Tests;
using Watchkeeper.Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(ExpandedTemplate))]

namespace Watchkeeper.Template.Tests;

/// <summary>template.yaml after AWS SAM's own transform: what CloudFormation would create.</summary>
public sealed class ExpandedTemplate : IAsyncLifetime
{
    private JsonDocument? document;

    public JsonElement Root => document!.RootElement;

    internal ImmutableArray<Resource> Resources { get; private set; }

    public async ValueTask InitializeAsync()
    {
        var script = Repository.PathOf("test", "Watchkeeper.Template.Tests", "expand.py");
        var result = await Tool.Python.RunAsync(Repository.Root, script, "template.yaml", "MailAddress=operations@example.com");
        result.ExitCode.ShouldBe(0, result.Errors);
        document = JsonDocument.Parse(result.Output);
        Resources =
            [.. Root.GetProperty(nameof(Resources)).EnumerateObject().Select(each => new Resource(each.Name, each.Value))];
    }

    public ValueTask DisposeAsync()
    {
        document?.Dispose();
        return ValueTask.CompletedTask;
    }

    internal Resource this[string id] => Resources.Single(resource => resource.Id == id);

    /// <summary>All resources of a type; fails if there is none, because a rule about no resource always holds.</summary>
    internal ImmutableArray<Resource> OfType(string type)
    {
        ImmutableArray<Resource> found = [.. Resources.Where(resource => resource.Type == type)];
        found.ShouldNotBeEmpty(type);
        return found;
    }
}

internal sealed record Resource(string Id, JsonElement Whole)
{
    public string Type => Whole.GetProperty(nameof(Type)).GetString()!;

    public JsonElement Properties => Whole.GetProperty(nameof(Properties));

    /// <summary>The property at a path such as <c>DestinationConfig.OnFailure</c>; undefined if it is missing.</summary>
    public JsonElement this[string path] => path.Split('.').Aggregate(
        Properties, (element, name) =>
            element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var inner) ? inner : default);
}
