using Watchkeeper.Cli.RuntimeApi;

namespace Watchkeeper.Benchmarks.Subjects;

/// <summary>One program that is measured as one function.</summary>
/// <param name="Name">What it is and does, for the table.</param>
/// <param name="Settings">Its variables and limits.</param>
/// <param name="Executable">The program.</param>
/// <param name="Feed">What it is fed with.</param>
internal sealed record Subject(string Name, FunctionSettings Settings, FunctionExecutable Executable, Feed Feed)
{
    /// <summary>The same with other variables.</summary>
    public Subject With(string name, params IEnumerable<KeyValuePair<string, string>> variables) =>
        this with { Name = name, Settings = Settings with { Variables = Settings.Variables.SetItems(variables) } };
}

/// <summary>What a program is fed with.</summary>
internal enum Feed
{
    /// <summary>A new alarm's event.</summary>
    Alarm,

    /// <summary>The record that the storing of a new alarm left in the table's stream.</summary>
    Change,

    /// <summary>The same, of an alarm that CloudWatch shows too.</summary>
    ShownChange,

    /// <summary>A minute of the schedule.</summary>
    Tick,
}
