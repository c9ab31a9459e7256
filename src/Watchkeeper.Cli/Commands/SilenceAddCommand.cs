using System.CommandLine;
using Watchkeeper.Cli.Silencing;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Muting;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>silence add</c>: keeps incidents quiet.</summary>
internal static class SilenceAddCommand
{
    public static Command Create()
    {
        var matchers = SilenceOptions.Matchers();
        var duration = SilenceOptions.For("from the beginning");
        var until = SilenceOptions.Until();
        var from = new Option<string?>("--from")
        {
            Description = "From when: ISO 8601 with a zone. Default: now.",
            HelpName = "time",
        };
        var reason = new Option<string>("--reason")
        {
            Description = "Why; one line for those who wonder.",
            DefaultValueFactory = _ => "",
            HelpName = "text",
        };
        var everything = new Option<bool>("--everything") { Description = "Allow matchers that match every incident." };
        var who = WhoOption.Create();
        var output = OutputOption.Create();
        var command = new Command(
            "add",
            "Add a silence, and print its id and what is quiet now. New messages are kept back within seconds; «silence "
            + "preview» says beforehand what would be quiet.")
        {
            matchers, duration, until, from, reason, everything, who, output,
        };
        var store = StoreOptionSet.AddTo(command);
        WhoOption.RefuseForAws(command, who, store);
        command.SetAction((parsed, cancellationToken) =>
        {
            var (screen, options) = (Asked.Screen(), store.Read(parsed));
            var draft = new SilenceDraft
            {
                Matchers = [.. parsed.GetValue(matchers) ?? []],
                From = parsed.GetValue(from),
                For = parsed.GetValue(duration),
                Until = parsed.GetValue(until),
                By = "",
                Reason = parsed.GetValue(reason) ?? "",
                IsForEverything = parsed.GetValue(everything),
            };
            return Asked.RunAsync(
                options,
                screen,
                (asked, time, cancellation) => new AddSilenceRun(asked, screen, time).RunAsync(
                    draft, SilenceOptions.Actor(parsed, who, options), ActionId.Create(), parsed.IsJson(output), cancellation),
                isAction: true,
                cancellationToken);
        });
        return command;
    }
}
