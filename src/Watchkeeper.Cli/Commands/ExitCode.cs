namespace Watchkeeper.Cli.Commands;

/// <summary>What every command ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The answer is no, or something failed.</summary>
    public const int NoOrFailed = 1;

    public const int BadUsage = 2;
}
