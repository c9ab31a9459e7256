using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>silence expire ID</c>: ends a silence.</summary>
internal static class SilenceExpireCommand
{
    public static Command Create() => SilenceChangeCommand.Complete(
        new Command(
            "expire",
            "End a silence now, also one that has not begun. What still fires and was kept back is told within a minute."),
        _ => (null, null),
        (run, options, cancellation) => run.ExpireAsync(options, cancellation));
}
