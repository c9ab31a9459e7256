namespace Watchkeeper.Cli.Commands;

/// <summary>The only reference to the system clock; all other code receives a clock.</summary>
internal static class Clock
{
#pragma warning disable RS0030
    public static TimeProvider System => TimeProvider.System;
#pragma warning restore RS0030
}
