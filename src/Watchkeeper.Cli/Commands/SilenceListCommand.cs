using System.CommandLine;
using Watchkeeper.Cli.Routes;
using Watchkeeper.Cli.Silencing;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>silence list</c>: which silences there are.</summary>
internal static class SilenceListCommand
{
    public static Command Create()
    {
        var past = new Option<bool>("--past") { Description = "List those that are over too, the last to end first." };
        var limit = NumberOption.Create("--limit", "The most to list of those that are over.", 50, 1, 1000);
        var matching = new Option<string[]>("--matching")
        {
            Description = "Only silences that keep an incident with these labels quiet, such as service=orders severity=high.",
            HelpName = "label=value",
            AllowMultipleArgumentsPerToken = true,
        };
        var output = OutputOption.Create();
        var command = new Command(
            "list",
            "List the silences that hold or will, the first to end first, with how many active incidents each keeps quiet.")
        {
            past, limit, matching, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(limit) is { Implicit: false } && !result.GetValue(past))
                result.AddError("--limit is for --past alone.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var (screen, labels) = (Asked.Screen(), parsed.GetValue(matching) ?? []);
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, time, cancellation) => new SilenceListRun(asked, screen, time).RunAsync(
                    parsed.GetValue(past) ? parsed.GetValue(limit) : null,
                    labels.Length == 0 ? null : RouteLabels.Parse(labels),
                    parsed.IsJson(output),
                    cancellation),
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
