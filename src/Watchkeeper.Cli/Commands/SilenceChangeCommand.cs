using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Silencing;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Commands;

/// <summary>What <c>silence extend</c> and <c>silence expire</c> have in common.</summary>
internal static class SilenceChangeCommand
{
    /// <summary>Completes a command.</summary>
    /// <param name="command">The command with what is its own.</param>
    /// <param name="end">The new end: a duration or a time.</param>
    /// <param name="run">What it does.</param>
    public static Command Complete(
        Command command, Func<ParseResult, (string? For, string? Until)> end,
        Func<ChangeSilenceRun, ChangeOptions, CancellationToken, Task<Answer>> run)
    {
        var id = SilenceOptions.Id();
        var who = WhoOption.Create();
        var output = OutputOption.Create();
        command.Arguments.Add(id);
        command.Add(who);
        command.Add(output);
        var store = StoreOptionSet.AddTo(command);
        WhoOption.RefuseForAws(command, who, store);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (screen, options, (duration, until)) = (Asked.Screen(), store.Read(parsed), end(parsed));
            var change = new ChangeOptions
            {
                Id = parsed.GetRequiredValue(id),
                For = duration,
                Until = until,
                Actor = SilenceOptions.Actor(parsed, who, options),
                Command = new AddCommandText(CommandTree.Program(), options),
                AsJson = parsed.IsJson(output),
            };
            return Asked.RunAsync(
                options,
                screen,
                (asked, time, cancellation) => run(new ChangeSilenceRun(asked, screen, time), change, cancellation),
                isAction: true,
                cancellationToken);
        });
        return command;
    }
}
