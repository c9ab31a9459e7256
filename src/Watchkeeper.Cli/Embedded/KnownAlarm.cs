using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Embedded;

/// <summary>What a run knows of one alarm.</summary>
internal sealed record KnownAlarm(string Arn, string Name)
{
    /// <summary>Its newest state; null where only time series of it were heard of, or nothing since it was deleted.</summary>
    public Signal? State { get; init; }

    /// <summary>The newest states of its time series, by their fingerprints.</summary>
    public ImmutableSortedDictionary<string, Signal> Contributors { get; init; } =
        ImmutableSortedDictionary.Create<string, Signal>(StringComparer.Ordinal);

    /// <summary>The ARNs of what it does in state ALARM.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>Whether its actions are disabled.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>When it was deleted; null while it is there.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The alarm as DescribeAlarms would show it; null where it is deleted.</summary>
    public ObservedAlarm? Observe() => DeletedAt is null && (State ?? OfContributors()) is { } state ? Observe(state) : null;

    /// <summary>Its time series that are in state ALARM.</summary>
    public IEnumerable<ObservedAlarm> Firing() =>
        Contributors.Values.Where(signal => signal.Condition is SignalCondition.Firing).Select(Observe);

    /// <summary>With a newer state of its own; an older one changes nothing.</summary>
    public KnownAlarm With(Signal state) => State is { } known && state.OccurredAt < known.OccurredAt
        ? this
        : this with { State = state, IsDisabled = IsDisabled || state.Mute is { Kind: MuteKind.ActionsDisabled } };

    /// <summary>With a newer state of a time series; an older one changes nothing.</summary>
    public KnownAlarm WithContributor(Signal state)
    {
        var key = state.Subject.Fingerprint.Text;
        return Contributors.GetValueOrDefault(key) is { } known && state.OccurredAt < known.OccurredAt
            ? this
            : this with { Contributors = Contributors.SetItem(key, state) };
    }

    // An alarm over many time series is in state ALARM while one of them is.
    private Signal? OfContributors() => Contributors.Values
        .OrderByDescending(signal => signal.Condition is SignalCondition.Firing)
        .ThenByDescending(signal => signal.OccurredAt)
        .Select(signal => signal with
        {
            Id = StableHash.Compute(signal.Id, Arn),
            Subject = signal.Subject with { Fingerprint = new Fingerprint($"alarm/{Arn}") },
        })
        .FirstOrDefault();

    private ObservedAlarm Observe(Signal signal) =>
        new() { Name = Name, Signal = signal with { Mute = MuteOf(signal) }, Actions = Actions };

    // Mute rules are not shown by DescribeAlarms.
    private Mute? MuteOf(Signal signal) => IsDisabled
        ? new Mute(MuteKind.ActionsDisabled, By: "", Until: null)
        : signal.Mute is { Kind: MuteKind.Suppressed } suppressed ? suppressed : null;
}
