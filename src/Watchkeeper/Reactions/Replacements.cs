using System.Collections.Immutable;

namespace Watchkeeper.Reactions;

/// <summary>
/// The recently reserved replacements in one Auto Scaling group. A process that reserves another replacement states which ones it
/// knows. The ledger refuses the reservation if there are others, because AWS may not yet show what another process is about to
/// do.
/// </summary>
/// <param name="Version">Number of writes of the group's row; 0 without a row.</param>
/// <param name="Reserved">The replacements, oldest first.</param>
public sealed record Replacements(int Version, ImmutableArray<Replacement> Reserved)
{
    /// <summary>
    /// How long an instance counts as out of service after the reservation of its replacement: four times the longest run of a
    /// Lambda function (AWS Lambda quotas, function timeout). By then the call was made or never will be, and AWS itself shows
    /// its effect. Clocks that differ by minutes do no harm.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    /// <summary>No replacements.</summary>
    public static Replacements None { get; } = new(0, []);

    /// <summary>The instances that count as out of service.</summary>
    public IEnumerable<string> At(DateTimeOffset now) => Reserved.Where(each => each.Until > now).Select(each => each.Instance);

    /// <summary>Adds a replacement, and removes those whose time is over.</summary>
    public Replacements With(string instance, DateTimeOffset now) =>
        new(
            Version + 1,
            [.. Reserved.Where(each => each.Until > now && each.Instance != instance), new Replacement(instance, now + Window)]);

    /// <inheritdoc/>
    public bool Equals(Replacements? other) =>
        other is not null && Version == other.Version && Reserved.AsSpan().SequenceEqual(other.Reserved.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Reserved.Length);
}

/// <summary>One instance whose replacement is reserved.</summary>
/// <param name="Instance">The instance's id.</param>
/// <param name="Until">When the instance no longer counts as out of service.</param>
public sealed record Replacement(string Instance, DateTimeOffset Until);
