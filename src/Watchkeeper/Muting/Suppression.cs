using Watchkeeper.Text;

namespace Watchkeeper.Muting;

/// <summary>What keeps an incident quiet. Stored in kebab case.</summary>
public enum SuppressionKind
{
    /// <summary>A silence: a person said so, and why.</summary>
    Silence,

    /// <summary>A rule of inhibition: another incident explains it.</summary>
    Inhibition,

    /// <summary>What its service depends on has an open incident.</summary>
    Dependency,

    /// <summary>Every route to the channel is inside a time interval in which it is quiet, or outside those in which it tells.</summary>
    TimeInterval,

    /// <summary>Its group is told together, after <c>group_wait</c> or <c>group_interval</c>.</summary>
    Grouping,

    /// <summary>Its address had many messages at once: what comes more is told together (<c>storm_cap</c>).</summary>
    StormCap,
}

/// <summary>Why a message is kept back.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="By">What does: the silence's id, the other incident's id, the names of the intervals, the group's labels, or the kind of the channel.</param>
/// <param name="Detail">Why, in words; one line.</param>
/// <param name="Until">When it ends at the latest, if that is known.</param>
public sealed record Suppression(SuppressionKind Kind, string By, string Detail, DateTimeOffset? Until = null)
{
    /// <summary>What kept the message back before it waited for others; null if nothing did.</summary>
    public Suppression? Before { get; init; }

    /// <summary>Whether the message is told together with others.</summary>
    public bool IsForOthers => Kind is SuppressionKind.Grouping or SuppressionKind.StormCap;

    /// <summary>What and why in one line: <c>silence sil-6a0b… (anna: the database moves)</c>.</summary>
    public string Words => $"{Kind.ToKebabCase().Replace('-', ' ')} {By}{(Detail.Length > 0 ? $" ({Detail})" : "")}";
}
