using System.Collections.Immutable;

namespace Watchkeeper.Reactions;

/// <summary>The current state of an Auto Scaling group.</summary>
public sealed record GroupFacts
{
    /// <summary>The group's name.</summary>
    public required string Name { get; init; }

    /// <summary>Desired capacity.</summary>
    public required int Desired { get; init; }

    /// <summary>Minimum capacity.</summary>
    public required int Min { get; init; }

    /// <summary>Maximum capacity.</summary>
    public required int Max { get; init; }

    /// <summary>Ids of the instances that are in service and healthy.</summary>
    public required IReadOnlyCollection<string> Healthy { get; init; }

    /// <summary>Ids of all instances in the group.</summary>
    public required IReadOnlyCollection<string> Instances { get; init; }

    /// <summary>Ids of the instances whose replacement is reserved, whether AWS already shows the replacement or not.</summary>
    public IReadOnlyCollection<string> Replaced { get; init; } = [];

    /// <summary>Suspended processes by name, with AWS's words on the reason.</summary>
    public IReadOnlyDictionary<string, string> Suspended { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Lifecycle states by instance id, in AWS's words, for the instances that are not simply in service.</summary>
    public IReadOnlyDictionary<string, string> States { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Ids of the instances with scale-in protection.</summary>
    public IReadOnlyCollection<string> Protected { get; init; } = [];

    /// <summary>AWS's status of a group that is being deleted; else empty.</summary>
    public string Status { get; init; } = "";

    /// <summary>The active instance refresh in AWS's words; empty if there is none.</summary>
    public string Refresh { get; init; } = "";

    /// <summary>The active move to or from the warm pool in AWS's words; empty if there is none.</summary>
    public string WarmPoolMove { get; init; } = "";

    /// <summary>Why some facts may not be read, in AWS's words; empty if all were read.</summary>
    public string Unreadable { get; init; } = "";

    /// <summary>A group without readable facts. It has room to grow, so that no rule takes it for full.</summary>
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

    /// <summary>The facts, with the known replacements.</summary>
    public GroupFacts With(Replacements replacements, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return this with { Replaced = [.. replacements.At(now)] };
    }
}
