using Watchkeeper.Cli.RuntimeApi;
using Watchkeeper.Cli.Wiring;

namespace Watchkeeper.Cli.Run;

/// <summary>A function of the template as the Runtime API serves it.</summary>
internal static class FunctionSettingsOf
{
    private const string Prefix = "arn:aws:lambda:us-east-1:123456789012:function";

    public static FunctionSettings Wiring(FunctionWiring wiring) => new()
    {
        Name = wiring.LogicalId,
        Arn = $"{Prefix}:{wiring.LogicalId}",
        Timeout = wiring.Timeout,
        Memory = wiring.Memory,
        Variables = wiring.Environment,
    };
}
