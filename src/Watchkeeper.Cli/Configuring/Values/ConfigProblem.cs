using Watchkeeper.Cli.Yaml;

namespace Watchkeeper.Cli.Configuring.Values;

/// <summary>How a problem counts.</summary>
internal enum ProblemLevel
{
    /// <summary>The file cannot be in force.</summary>
    Error,

    /// <summary>Valid, and it may not be applied: a secret in plain text, a template that nobody evaluates.</summary>
    Refusal,

    /// <summary>Valid, and probably not what was meant.</summary>
    Warning,

    /// <summary>Worth knowing.</summary>
    Note,
}

/// <summary>What a check found in a configuration file.</summary>
/// <param name="Level">How it counts.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Key">The path of the key: <c>route.routes[1].receiver</c>; empty for the whole file.</param>
/// <param name="Reason">What was found and what would be right, in one line.</param>
internal sealed record ConfigProblem(ProblemLevel Level, FilePosition Position, string Key, string Reason);
