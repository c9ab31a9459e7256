namespace Watchkeeper.Cli.Commands;

/// <summary>The entry point is the one place that names the system's clock.</summary>
internal static class Clock
{
#pragma warning disable RS0030
    public static TimeProvider System => TimeProvider.System;
#pragma warning restore RS0030
}
