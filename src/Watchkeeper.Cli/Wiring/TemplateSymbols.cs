using System.Collections.Immutable;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Everything in a template that can be referred to by name.</summary>
internal sealed record TemplateSymbols
{
    /// <summary>Parameters with the values in force.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }

    /// <summary>Types of the resources, by logical id.</summary>
    public required ImmutableSortedDictionary<string, string> ResourceTypes { get; init; }

    /// <summary>Conditions, not yet decided.</summary>
    public required ImmutableSortedDictionary<string, YamlNode> Conditions { get; init; }

    public required PhysicalNames Names { get; init; }

    public static TemplateSymbols Create(
        TemplateDocument template, ImmutableArray<TemplateResource> resources, WiringOptions options, ProblemList problems)
    {
        return new TemplateSymbols
        {
            Parameters = new ParameterReader(problems).Read(template, options.Parameters),
            ResourceTypes = resources.ToImmutableSortedDictionary(each => each.LogicalId, each => each.Type, StringComparer.Ordinal),
            Conditions = template.Section("Conditions", problems)
                .ToImmutableSortedDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal),
            Names = options.Names,
        };
    }
}
