using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>incident ID</c>: shows one incident.</summary>
internal static class IncidentCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id")
        {
            Description = "The incident's id; the first six digits or more, if no other begins so.",
        };
        var entries = NumberOption.Create(
            "--entries", "Maximum number of entries of the timeline, newest first.", 20, 1, 10_000);
        var output = OutputOption.Create();
        var command = new Command("incident", "Show one incident: its timeline, the messages about it, and its reactions.")
        {
            id, entries, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, time, cancellation) => new ShowRun(asked, screen, time).RunAsync(
                    parsed.GetRequiredValue(id), parsed.GetValue(entries), parsed.IsJson(output), cancellation),
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
