using System.CommandLine;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Versions;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config diff</c>: what changes from one version or file to another.</summary>
internal static class ConfigDiffCommand
{
    public static Command Create()
    {
        var from = ConfigOptions.Version("from", "A version's number or hash, or a file. Default: the version in force.");
        var to = ConfigOptions.Version("to", "A version's number or hash, or a file. Default: the version in force.");
        var command = new Command("diff", "Show what changes from one version or file to another: exit code 1 if anything does.")
        {
            from, to,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            var (first, second) = (parsed.GetValue(from), parsed.GetValue(to));
            // With one name, it is compared with what is in force: «config diff watchkeeper.yaml».
            var isFile = second is null && first is not null && File.Exists(first);
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, time, cancellation) => new VersionDiff(asked, screen, time).RunAsync(
                    isFile ? null : first, isFile ? first : second, cancellation),
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
