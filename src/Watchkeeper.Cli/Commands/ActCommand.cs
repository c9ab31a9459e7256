using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Commands;

/// <summary>What <c>ack</c>, <c>resolve</c> and <c>comment</c> have in common.</summary>
internal static class ActCommand
{
    /// <summary>Completes a command.</summary>
    /// <param name="command">The command with what is its own.</param>
    /// <param name="verb">What it does.</param>
    /// <param name="note">The operator's words, and the name of their option.</param>
    public static Command Complete(Command command, OperatorVerb verb, Func<ParseResult, (string Text, string Name)> note)
    {
        var id = new Argument<string>("id")
        {
            Description = "The incident's id; the first six digits or more, if no other begins so.",
        };
        var who = WhoOption.Create();
        var output = OutputOption.Create();
        command.Arguments.Insert(0, id);
        command.Add(who);
        command.Add(output);
        var store = StoreOptionSet.AddTo(command);
        WhoOption.RefuseForAws(command, who, store);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (screen, options, words) = (Asked.Screen(), store.Read(parsed), note(parsed));
            var action = new ActOptions
            {
                Id = parsed.GetRequiredValue(id),
                Verb = verb,
                Note = words.Text,
                NoteName = words.Name,
                Who = parsed.GetValue(who) ?? Environment.UserName,
                MustBeKnown = options.Backend == StoreOptions.Aws,
                ActionId = ActionId.Create(),
                AsJson = parsed.IsJson(output),
            };
            return Asked.RunAsync(
                options,
                screen,
                (asked, time, cancellation) => new ActRun(asked, screen, time).RunAsync(action, cancellation),
                isAction: true,
                cancellationToken);
        });
        return command;
    }
}
