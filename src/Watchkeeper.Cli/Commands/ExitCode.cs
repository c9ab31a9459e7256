namespace Watchkeeper.Cli.Commands;

/// <summary>The exit codes of every command.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The answer is no, or the command failed.</summary>
    public const int NoOrFailed = 1;

    public const int BadUsage = 2;
}
