using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Subjects;

/// <summary>One program, measured as one function.</summary>
/// <param name="Name">Its description, for the table.</param>
/// <param name="Settings">Its variables and limits.</param>
/// <param name="Executable">The program.</param>
/// <param name="Feed">The kind of its events.</param>
internal sealed record Subject(string Name, FunctionSettings Settings, FunctionExecutable Executable, Feed Feed)
{
    /// <summary>Whether it finds an applied version of the configuration. Default: none.</summary>
    public bool HasVersion { get; init; }

    /// <summary>The same with other variables.</summary>
    public Subject With(string name, params IEnumerable<KeyValuePair<string, string>> variables) =>
        this with { Name = name, Settings = Settings with { Variables = Settings.Variables.SetItems(variables) } };
}

/// <summary>A kind of events.</summary>
internal enum Feed
{
    /// <summary>The event of a new alarm.</summary>
    Alarm,

    /// <summary>An API call that a detection finds.</summary>
    Call,

    /// <summary>The stream record of a new alarm's slot.</summary>
    Change,

    /// <summary>The same, of an alarm that CloudWatch shows too.</summary>
    ShownChange,

    /// <summary>A scheduled event.</summary>
    Tick,
}
