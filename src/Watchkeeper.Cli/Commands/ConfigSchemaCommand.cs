using System.CommandLine;
using Watchkeeper.Cli.Configuring;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config schema</c>: the JSON Schema with which editors complete and check the file.</summary>
internal static class ConfigSchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema of the configuration file, for editors.");
        command.SetAction(_ =>
        {
            Asked.Screen().Raw(ConfigurationSchema.Write());
            return ExitCode.Done;
        });
        return command;
    }
}
