using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Everything that a template can reference by name.</summary>
internal sealed record TemplateSymbols
{
    /// <summary>The effective values of the parameters.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    /// <summary>The types of the resources by logical id.</summary>
    public required ImmutableSortedDictionary<string, string> ResourceTypes { get; init; }

    /// <summary>The unevaluated conditions.</summary>
    public required ImmutableSortedDictionary<string, YamlNode> Conditions { get; init; }

    public required PhysicalNames Names { get; init; }

    public static TemplateSymbols Create(
        TemplateDocument template, ImmutableArray<TemplateResource> resources, WiringOptions options, ProblemList problems)
    {
        return new TemplateSymbols
        {
            Parameters = new ParameterReader(problems).Read(template, options),
            ResourceTypes = resources.ToImmutableSortedDictionary(
                each => each.LogicalId,
                each => each.Type,
                StringComparer.Ordinal),
            Conditions = template.Section("Conditions", problems)
                .ToImmutableSortedDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal),
            Names = options.Names,
        };
    }
}
