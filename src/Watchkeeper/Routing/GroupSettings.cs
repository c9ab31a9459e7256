using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Routing;

/// <summary>
/// How a route puts messages together, with Alertmanager's semantics and defaults (its documentation, «Configuration», «route»).
/// </summary>
public sealed record GroupSettings
{
    /// <summary>In the place of labels: groups by all of them, so that only what is alike in everything is together.</summary>
    public const string AllLabels = "...";

    /// <summary>Alertmanager's <c>group_wait</c> where a file says nothing.</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(30);

    /// <summary>Alertmanager's <c>group_interval</c> where a file says nothing.</summary>
    public static readonly TimeSpan DefaultInterval = TimeSpan.FromMinutes(5);

    /// <summary>The labels, or <see cref="AllLabels"/> alone; empty for one group of everything.</summary>
    public required ImmutableArray<string> By { get; init; }

    /// <summary>How long the first message of a group waits for others; zero sends it at once.</summary>
    public TimeSpan Wait { get; init; } = DefaultWait;

    /// <summary>The time between two messages of a group.</summary>
    public TimeSpan Interval { get; init; } = DefaultInterval;

    /// <summary>The labels of an incident that its group shares; without one of them it is in the group without that label.</summary>
    public LabelSet Shared(LabelSet labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return By is [AllLabels] ? labels : LabelSet.From(By.Select(name => KeyValuePair.Create(name, labels[name])));
    }
}
