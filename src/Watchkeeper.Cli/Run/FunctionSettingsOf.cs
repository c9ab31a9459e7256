using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;
using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Composition;

namespace Watchkeeper.Cli.Run;

/// <summary>A function of the template as the Runtime API serves it.</summary>
internal static class FunctionSettingsOf
{
    public static FunctionSettings Wiring(FunctionWiring wiring, PhysicalNames names) => new()
    {
        Name = wiring.LogicalId,
        Arn = names.Attribute("AWS::Serverless::Function", wiring.LogicalId, "Arn")!,
        Timeout = wiring.Timeout,
        Memory = wiring.Memory,
        Variables = wiring.Environment,
    };

    /// <summary>The settings that the function reads from its variables.</summary>
    /// <exception cref="RunException">The variables prevent the function from starting.</exception>
    public static Settings Environment(FunctionWiring wiring, PhysicalNames names)
    {
        var reader = new SettingsReader(name => name == "AWS_REGION" ? names.Region : wiring.Environment.GetValueOrDefault(name));
        return reader.Read() ?? throw new RunException(
            $"{wiring.LogicalId} cannot start with its variables of template.yaml:"
            + string.Concat(reader.Problems.Select(each => $"\n- {each}")));
    }

    /// <summary>The version of each function's configuration, by the function's name.</summary>
    /// <exception cref="RunException">The variables prevent a function from starting.</exception>
    public static ImmutableSortedDictionary<string, string> Versions(TemplateWiring wiring) =>
        wiring.Functions.ToImmutableSortedDictionary(
            function => function.LogicalId,
            function => ConfigurationVersion.Of(Environment(function, wiring.Names).Configuration()),
            StringComparer.Ordinal);
}
