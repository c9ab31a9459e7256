using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>why</c>: explains what became of an event, or of an incident.</summary>
internal static class WhyCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The id of an event (for 8 days) or of an incident." };
        var output = OutputOption.Create();
        var command = new Command(
            "why",
            "Explain what became of an event: signal, severity, decision, incident, messages and reactions, with their reasons.")
        {
            id, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, _, cancellation) => new WhyRun(asked, screen).RunAsync(
                    parsed.GetRequiredValue(id), parsed.IsJson(output), cancellation),
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
