using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The configuration of a function.</summary>
internal sealed record FunctionSettings
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>
    /// The time limit, from the moment when the function takes the invocation. Lambda's default is 3 seconds, its maximum 15
    /// minutes.
    /// </summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>The memory size in MiB, reported to the function but not enforced.</summary>
    public int Memory { get; init; } = 128;

    /// <summary>The time limit from the program's start until its first request for work. Lambda's limit is 10 seconds.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The function's own variables, which override Lambda's.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
