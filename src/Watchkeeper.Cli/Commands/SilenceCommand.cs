using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>silence</c>: keeps incidents quiet for a time, because a person says so and why.</summary>
internal static class SilenceCommand
{
    public static Command Create() => new(
        "silence",
        "Keep incidents quiet for a time: they are recorded and reacted to, and nobody is told. A change takes effect within "
        + "seconds for new messages and within a minute for those that are kept back.")
    {
        SilenceAddCommand.Create(),
        SilencePreviewCommand.Create(),
        SilenceListCommand.Create(),
        SilenceExtendCommand.Create(),
        SilenceExpireCommand.Create(),
    };
}
