using System.CommandLine;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Versions;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config show</c>: the version in force, or a former one.</summary>
internal static class ConfigShowCommand
{
    public static Command Create()
    {
        var version = ConfigOptions.Version("version", "The version's number or hash. Default: the one in force.");
        var output = OutputOption.Create();
        var command = new Command("show", "Print the version in force, or a former one, as YAML.") { version, output };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, _, cancellation) =>
                    new VersionRuns(asked, screen).ShowAsync(parsed.GetValue(version), parsed.IsJson(output), cancellation),
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
