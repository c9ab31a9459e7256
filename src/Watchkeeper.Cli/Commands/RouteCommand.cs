using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>route</c>: asks a configuration file's route tree.</summary>
internal static class RouteCommand
{
    public static Command Create() => new("route", "Ask the route tree of a configuration file.")
    {
        RouteTestCommand.Create(),
        RouteShowCommand.Create(),
    };
}
