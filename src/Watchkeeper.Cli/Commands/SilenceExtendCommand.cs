using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>silence extend ID</c>: lets a silence last longer.</summary>
internal static class SilenceExtendCommand
{
    public static Command Create()
    {
        var duration = SilenceOptions.For("from now");
        var until = SilenceOptions.Until();
        return SilenceChangeCommand.Complete(
            new Command("extend", "Let a silence last longer; it keeps its id. One that is over stays over: add another one.")
            {
                duration, until,
            },
            parsed => (parsed.GetValue(duration), parsed.GetValue(until)),
            (run, options, cancellation) => run.ExtendAsync(options, cancellation));
    }
}
