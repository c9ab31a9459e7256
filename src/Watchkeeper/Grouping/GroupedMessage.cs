using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Signals;

namespace Watchkeeper.Grouping;

/// <summary>One of the incidents that a message tells of together.</summary>
/// <param name="Incident">The incident's id.</param>
/// <param name="Title">What it is about, as its alarm, detection or audit is called.</param>
/// <param name="Severity">The severity.</param>
/// <param name="IsOver">Whether it has ended.</param>
public sealed record GroupMember(string Incident, string Title, Severity Severity, bool IsOver)
{
    /// <summary>An incident as it is now.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="severity">Its severity as it is shown.</param>
    /// <param name="isOver">Whether it is shown as ended.</param>
    public static GroupMember From(Incident incident, Severity severity, bool isOver)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new GroupMember(
            incident.Id, incident.Subject.Title is { Length: > 0 } title ? title : incident.Subject.Name, severity, isOver);
    }
}

/// <summary>What a message tells besides the incident that it is about.</summary>
public sealed record GroupedMessage
{
    /// <summary>The most members that are named; the others are counted.</summary>
    public const int MaxNamed = 20;

    /// <summary>The group's name.</summary>
    public required string Group { get; init; }

    /// <summary>Whether they are together because the address had many messages at once (<c>storm_cap</c>).</summary>
    public bool IsCapped { get; init; }

    /// <summary>How many other incidents fire.</summary>
    public required int Firing { get; init; }

    /// <summary>How many other incidents have ended.</summary>
    public required int Over { get; init; }

    /// <summary>The worst of them, first those that fire; at most <see cref="MaxNamed"/>.</summary>
    public required ImmutableArray<GroupMember> Named { get; init; }

    /// <summary>How many are counted alone.</summary>
    public int Unnamed => Firing + Over - Named.Length;

    /// <summary>The message about a group of members besides the one that it is about; null if there are none.</summary>
    public static GroupedMessage? From(MessageGroup group, IReadOnlyCollection<GroupMember> others)
    {
        ArgumentNullException.ThrowIfNull(group);
        return From(group.Name, others) is { } told ? told with { IsCapped = group.Cap is not null } : null;
    }

    /// <summary>The message about what belongs together for another reason than a route's groups; null if there are no others.</summary>
    /// <param name="name">What they share, for people.</param>
    /// <param name="others">The members besides the one that the message is about.</param>
    public static GroupedMessage? From(string name, IReadOnlyCollection<GroupMember> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return others.Count == 0 ? null : new GroupedMessage
        {
            Group = name,
            Firing = others.Count(member => !member.IsOver),
            Over = others.Count(member => member.IsOver),
            Named =
            [
                .. others.OrderBy(member => member.IsOver).ThenByDescending(member => member.Severity)
                    .ThenBy(member => member.Incident, StringComparer.Ordinal).Take(MaxNamed),
            ],
        };
    }
}
