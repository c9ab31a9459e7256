using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;

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
}
