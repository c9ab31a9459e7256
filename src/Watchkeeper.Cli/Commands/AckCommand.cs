using System.CommandLine;
using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>ack ID</c>: says that somebody works on an incident.</summary>
internal static class AckCommand
{
    public static Command Create() => ActCommand.Complete(
        new Command("ack", "Acknowledge an incident: you work on it, and reminders stop. The first operator wins."),
        OperatorVerb.Acknowledge,
        _ => ("", ""));
}
