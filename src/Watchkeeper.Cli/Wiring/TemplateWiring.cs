using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>
/// Who hears of what in the installation that template.yaml describes. Resources whose condition is false are not in it. Other
/// resources are named by their logical ids (<see cref="FunctionWiring.OnFailure"/> and the like), never by ARNs.
/// </summary>
internal sealed record TemplateWiring
{
    public required ImmutableArray<FunctionWiring> Functions { get; init; }

    public required ImmutableArray<EventRule> Rules { get; init; }

    public required ImmutableArray<Schedule> Schedules { get; init; }

    public required ImmutableArray<TopicSubscription> Subscriptions { get; init; }

    public required ImmutableArray<StreamMapping> Streams { get; init; }

    /// <summary>Functions that CloudWatch may invoke as an alarm's action, by their logical ids.</summary>
    public required ImmutableArray<string> AlarmActions { get; init; }

    public required ImmutableArray<TableWiring> Tables { get; init; }

    /// <summary>Logical ids of the queues; each is called by that id (<see cref="PhysicalNames"/>).</summary>
    public required ImmutableArray<string> Queues { get; init; }

    /// <summary>Logical ids of the topics; each is called by that id.</summary>
    public required ImmutableArray<string> Topics { get; init; }

    /// <summary>Logical ids of the buckets, with the names that they have where they run.</summary>
    public required ImmutableSortedDictionary<string, string> Buckets { get; init; }

    /// <summary>What its resources are called where they run.</summary>
    public required PhysicalNames Names { get; init; }

    /// <summary>The value in force of every parameter.</summary>
    public required ImmutableSortedDictionary<string, string> Parameters { get; init; }
}
