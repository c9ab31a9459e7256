using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>What came of reading a template: either its wiring, or every problem in it.</summary>
internal abstract record WiringParseResult
{
    public sealed record Read(TemplateWiring Wiring) : WiringParseResult;

    /// <param name="Problems">At least one, in the order of the template.</param>
    public sealed record Refused(ImmutableArray<WiringProblem> Problems) : WiringParseResult;
}
