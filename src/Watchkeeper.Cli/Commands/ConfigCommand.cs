using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config</c>: the configuration file, and the version of it that is in force.</summary>
internal static class ConfigCommand
{
    public static Command Create() => new("config", "Check a configuration file, put it in force, and look at what is in force.")
    {
        ConfigCheckCommand.Create(),
        ConfigApplyCommand.Create(),
        ConfigShowCommand.Create(),
        ConfigHistoryCommand.Create(),
        ConfigDiffCommand.Create(),
        ConfigRollbackCommand.Create(),
        ConfigSchemaCommand.Create(),
    };
}
