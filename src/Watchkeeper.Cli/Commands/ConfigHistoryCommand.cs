using System.CommandLine;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;
using Watchkeeper.Cli.Versions;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config history</c>: all versions.</summary>
internal static class ConfigHistoryCommand
{
    private const int DefaultLimit = 20;
    private const int MaxLimit = 1000;

    public static Command Create()
    {
        var limit = NumberOption.Create("--limit", "The most versions to list.", DefaultLimit, 1, MaxLimit);
        var before = new Option<long?>("--before") { Description = "List versions before this number." };
        var output = OutputOption.Create();
        var command = new Command("history", "List the versions: number, hash, who, when, comment; the newest first.")
        {
            limit, before, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, _, cancellation) => new VersionRuns(asked, screen).HistoryAsync(
                    parsed.GetValue(limit), parsed.GetValue(before), parsed.IsJson(output), cancellation),
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
