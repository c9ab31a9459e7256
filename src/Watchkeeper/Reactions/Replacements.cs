using System.Collections.Immutable;

namespace Watchkeeper.Reactions;

/// <summary>
/// The replacements reserved of late in one Auto Scaling group. Whoever reserves another one says which of them it knows, and is sent
/// back where there are more: AWS may not show yet what another process is about to do.
/// </summary>
/// <param name="Version">How often the group's row was written; 0 where there is none.</param>
/// <param name="Reserved">The replacements, oldest first.</param>
public sealed record Replacements(int Version, ImmutableArray<Replacement> Reserved)
{
    /// <summary>
    /// How long an instance counts as out of service once its replacement is reserved: four times as long as a Lambda function may run
    /// (AWS Lambda quotas, function timeout). By then the call was made or never will be, AWS itself shows its effect, and clocks that
    /// are minutes apart make no difference.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>Nothing is known.</summary>
    public static Replacements None { get; } = new(0, []);

    /// <summary>The instances that count as out of service.</summary>
    public IEnumerable<string> At(DateTimeOffset now) => Reserved.Where(each => each.Until > now).Select(each => each.Instance);

    /// <summary>With one more, and without those that count no longer.</summary>
    public Replacements With(string instance, DateTimeOffset now) =>
        new(Version + 1, [.. Reserved.Where(each => each.Until > now && each.Instance != instance), new Replacement(instance, now + Window)]);

    /// <inheritdoc/>
    public bool Equals(Replacements? other) =>
        other is not null && Version == other.Version && Reserved.AsSpan().SequenceEqual(other.Reserved.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Reserved.Length);
}

/// <summary>One instance whose replacement is reserved.</summary>
/// <param name="Instance">Its id.</param>
/// <param name="Until">Until when it counts as out of service.</param>
public sealed record Replacement(string Instance, DateTimeOffset Until);
