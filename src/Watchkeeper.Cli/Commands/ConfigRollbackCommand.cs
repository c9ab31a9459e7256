using System.CommandLine;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Versions;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config rollback</c>: brings a former version back.</summary>
internal static class ConfigRollbackCommand
{
    public static Command Create()
    {
        var version = ConfigOptions.Version(
            "version", "The version's number or hash. Default: the one before the version in force.");
        var who = WhoOption.Create();
        var output = OutputOption.Create();
        var command = new Command("rollback", "Put a former version in force again, as a new version.") { version, who, output };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, time, cancellation) => new VersionRuns(asked, screen).RollBackAsync(
                    parsed.GetValue(version), parsed.GetValue(who) ?? Environment.UserName, time.GetUtcNow(),
                    parsed.IsJson(output), cancellation),
                isAction: true,
                cancellationToken);
        });
        return command;
    }
}
