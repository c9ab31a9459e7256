using System.Collections.Immutable;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>A function as it is configured.</summary>
internal sealed record FunctionSettings
{
    public required string Name { get; init; }

    public required string Arn { get; init; }

    /// <summary>From the moment that the function takes the invocation. Lambda's default is 3 seconds, its limit 15 minutes.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Mebibytes; the function is told, and nothing enforces it.</summary>
    public int Memory { get; init; } = 128;

    /// <summary>From the start of the program until it asks for work. Lambda gives it 10 seconds.</summary>
    public TimeSpan InitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The variables that its owner set; they win over Lambda's own.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
