using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>A resource of the template with unevaluated properties.</summary>
internal sealed record TemplateResource
{
    public required string LogicalId { get; init; }

    /// <summary>CloudFormation's or SAM's type, such as <c>AWS::Serverless::Function</c>.</summary>
    public required string Type { get; init; }

    public required TemplatePosition Place { get; init; }

    /// <summary>The condition under which the resource exists; null means always.</summary>
    public string? Condition { get; init; }

    public YamlNode? Properties { get; init; }

    public string Path => $"Resources.{LogicalId}";

    /// <summary>
    /// Reads all resources, whatever their conditions. A resource without a type and a template without resources are problems.
    /// </summary>
    public static ImmutableArray<TemplateResource> AllOf(TemplateDocument template, ProblemList problems)
    {
        var resources = ImmutableArray.CreateBuilder<TemplateResource>();
        foreach (var (logicalId, node) in template.Section("Resources", problems))
        {
            if (From(logicalId, node) is { } resource)
                resources.Add(resource);
            else
                problems.Add(TemplatePosition.From(node), $"Resources.{logicalId}", "must be a map with a Type");
        }

        if (resources.Count == 0)
            problems.Add(default, "Resources", "the template has no resources");
        return resources.ToImmutable();
    }

    private static TemplateResource? From(string logicalId, YamlNode node)
    {
        if (node is not YamlMappingNode map || Text(map, "Type") is not { } type)
            return null;
        return new TemplateResource
        {
            LogicalId = logicalId,
            Type = type,
            Place = TemplatePosition.From(node),
            Condition = Text(map, "Condition"),
            Properties = TemplateDocument.Child(map, "Properties"),
        };
    }

    private static string? Text(YamlMappingNode map, string name) =>
        TemplateDocument.Child(map, name) is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;
}
