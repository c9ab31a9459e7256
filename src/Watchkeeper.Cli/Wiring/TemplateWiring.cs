using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// The connections between the resources of template.yaml. Resources with a false condition are omitted. References to other
/// resources (<see cref="FunctionWiring.OnFailure"/> and the like) are logical ids, never ARNs.
/// </summary>
internal sealed record TemplateWiring
{
    public required ImmutableArray<FunctionWiring> Functions { get; init; }

    public required ImmutableArray<EventRule> Rules { get; init; }

    public required ImmutableArray<Schedule> Schedules { get; init; }

    public required ImmutableArray<TopicSubscription> Subscriptions { get; init; }

    public required ImmutableArray<StreamMapping> Streams { get; init; }

    public required ImmutableArray<QueueMapping> QueueMappings { get; init; }

    /// <summary>The logical ids of functions that CloudWatch may invoke as an alarm action.</summary>
    public required ImmutableArray<string> AlarmActions { get; init; }

    public required ImmutableArray<TableWiring> Tables { get; init; }

    /// <summary>The logical ids of the queues, which are also their names (<see cref="PhysicalNames"/>).</summary>
    public required ImmutableArray<string> Queues { get; init; }

    /// <summary>The logical ids of the topics, which are also their names.</summary>
    public required ImmutableArray<string> Topics { get; init; }

    /// <summary>The names of the buckets by logical id.</summary>
    public required ImmutableSortedDictionary<string, string> Buckets { get; init; }

    /// <summary>The names of the template's resources.</summary>
    public required PhysicalNames Names { get; init; }

    /// <summary>The effective value of every parameter.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }
}
