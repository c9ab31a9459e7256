using System.CommandLine;
using Watchkeeper.Cli.Applying;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections applied</c>: which own detections are in force.</summary>
internal static class DetectionsAppliedCommand
{
    public static Command Create()
    {
        var output = OutputOption.Create();
        var command = new Command("applied", "Show which list of your own detections is in force, since when and by whom.")
        {
            output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                async (asked, _, cancellation) =>
                {
                    if (await NamedDetections.ReadAsync(asked, cancellation) is { } named)
                        AppliedText.Show(screen, named, parsed.IsJson(output));
                    else
                        AppliedText.Show(screen, await asked.Detections.ReadHeadAsync(cancellation), parsed.IsJson(output));
                    return Answer.Yes;
                },
                isAction: false,
                cancellationToken);
        });
        return command;
    }
}
