using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>The result of parsing a template: its wiring, or every problem.</summary>
internal abstract record WiringParseResult
{
    public sealed record Read(TemplateWiring Wiring) : WiringParseResult;

    /// <param name="Problems">At least one problem, in the order of the template.</param>
    public sealed record Refused(ImmutableArray<WiringProblem> Problems) : WiringParseResult;
}
