using System.Collections.Immutable;

namespace Watchkeeper.Reactions;

/// <summary>An Auto Scaling group as it is now.</summary>
public sealed record GroupFacts
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Desired capacity.</summary>
    public required int Desired { get; init; }

    /// <summary>Least capacity.</summary>
    public required int Min { get; init; }

    /// <summary>Greatest capacity.</summary>
    public required int Max { get; init; }

    /// <summary>Ids of instances that are in service and healthy.</summary>
    public required IReadOnlyCollection<string> Healthy { get; init; }

    /// <summary>Ids of all its instances.</summary>
    public required IReadOnlyCollection<string> Instances { get; init; }

    /// <summary>Ids of instances whose replacement is reserved, whether AWS shows it already or not.</summary>
    public IReadOnlyCollection<string> Replaced { get; init; } = [];

    /// <summary>Processes that are suspended, by name, with AWS's words on why.</summary>
    public IReadOnlyDictionary<string, string> Suspended { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Lifecycle states of instances that are not simply in service, by id, in AWS's words.</summary>
    public IReadOnlyDictionary<string, string> States { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Ids of instances that are protected from scale-in.</summary>
    public IReadOnlyCollection<string> Protected { get; init; } = [];

    /// <summary>What AWS says of the group itself while it is being deleted; else empty.</summary>
    public string Status { get; init; } = "";

    /// <summary>The instance refresh under way, in AWS's words; empty where there is none.</summary>
    public string Refresh { get; init; } = "";

    /// <summary>The move to or from the warm pool that is under way, in AWS's words; empty where there is none.</summary>
    public string WarmPoolMove { get; init; } = "";

    /// <summary>Why some of this may not be read, in AWS's words; empty where everything was.</summary>
    public string Unreadable { get; init; } = "";

    /// <summary>A group of which nothing may be read. It has room, so that nobody takes it for full.</summary>
    public static GroupFacts NotReadable(string name, string why) => new()
    {
        Name = name,
        Desired = 0,
        Min = 0,
        Max = int.MaxValue,
        Healthy = [],
        Instances = [],
        Unreadable = why,
    };

    /// <summary>The facts, and what is known of replacements.</summary>
    public GroupFacts With(Replacements replacements, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return this with { Replaced = [.. replacements.At(now)] };
    }
}
