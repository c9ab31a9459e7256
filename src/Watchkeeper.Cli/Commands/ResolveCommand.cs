using System.CommandLine;
using Watchkeeper.Incidents;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>resolve ID</c>: ends an incident.</summary>
internal static class ResolveCommand
{
    public static Command Create()
    {
        var reason = new Option<string?>("--reason")
        {
            Description = "Why the incident is resolved. Needed while its source still reports it.",
        };
        return ActCommand.Complete(
            new Command("resolve", "Resolve an incident.") { reason },
            OperatorVerb.Resolve,
            parsed => (parsed.GetValue(reason) ?? "", "--reason"));
    }
}
