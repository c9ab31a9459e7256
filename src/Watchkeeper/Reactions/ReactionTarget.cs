namespace Watchkeeper.Reactions;

/// <summary>What a reaction would act on, as far as the incident alone tells.</summary>
public abstract record ReactionTarget
{
    /// <summary>An Auto Scaling group.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Group(string Name) : ReactionTarget;

    /// <summary>An EC2 instance, whose group is to be found.</summary>
    /// <param name="Id">Its id, such as i-0abc….</param>
    public sealed record Instance(string Id) : ReactionTarget;
}

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

    /// <summary>The facts, and what is known of replacements.</summary>
    public GroupFacts With(Replacements replacements, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(replacements);
        return this with { Replaced = [.. replacements.At(now)] };
    }
}
