using System.CommandLine;
using Watchkeeper.Cli.Silencing;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>silence preview</c>: what a silence would keep quiet.</summary>
internal static class SilencePreviewCommand
{
    public static Command Create()
    {
        var matchers = SilenceOptions.Matchers();
        var days = NumberOption.Create("--days", "How many days to look back.", 7, 1, 90);
        var output = OutputOption.Create();
        var command = new Command(
            "preview",
            "Say what a silence with these matchers would keep quiet now, and which messages of the last days it would have kept "
            + "back. Nothing is changed.")
        {
            matchers, days, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, time, cancellation) => new PreviewRun(asked, screen, time).RunAsync(
                    [.. parsed.GetValue(matchers) ?? []], parsed.GetValue(days), parsed.IsJson(output), cancellation),
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
