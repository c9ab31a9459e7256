using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;

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
        var entries = new Option<int>("--entries")
        {
            Description = "Maximum number of entries of the timeline, newest first.",
            DefaultValueFactory = _ => 20,
        };
        entries.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > 10_000)
                result.AddError("--entries must be from 1 to 10000.");
        });
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
