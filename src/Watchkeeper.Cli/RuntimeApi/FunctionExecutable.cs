using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The program of a function: <c>bootstrap</c>, or any program that implements the Runtime API.</summary>
/// <param name="File">The full path, or a name to find in PATH.</param>
/// <param name="WorkingDirectory">The working directory; Lambda uses the folder of the unpacked package.</param>
internal sealed record FunctionExecutable(string File, string WorkingDirectory)
{
    public ImmutableArray<string> Arguments { get; init; } = [];
}
