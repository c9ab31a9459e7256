using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The program that is a function: <c>bootstrap</c>, or anything else that speaks the Runtime API.</summary>
/// <param name="File">Its full path, or a name that the PATH finds.</param>
/// <param name="WorkingDirectory">Lambda's would be the folder of the unpacked package.</param>
internal sealed record FunctionExecutable(string File, string WorkingDirectory)
{
    public ImmutableArray<string> Arguments { get; init; } = [];
}
