using System.Collections.Immutable;
using Watchkeeper.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Embedded;

/// <summary>The state of one alarm, as the run knows it.</summary>
internal sealed record KnownAlarm(string Arn, string Name)
{
    /// <summary>The newest state; null if events reported only time series, or nothing since the deletion.</summary>
    public Signal? State { get; init; }

    /// <summary>The newest states of the alarm's time series by fingerprint.</summary>
    public ImmutableSortedDictionary<string, Signal> Contributors { get; init; } =
        ImmutableSortedDictionary.Create<string, Signal>(StringComparer.Ordinal);

    /// <summary>The ARNs of the alarm's actions for state ALARM.</summary>
    public ImmutableArray<string> Actions { get; init; } = [];

    /// <summary>Whether the alarm's actions are disabled.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>The time of the deletion; null while the alarm exists.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The alarm as DescribeAlarms returns it; null after the deletion.</summary>
    public ObservedAlarm? Observe() => DeletedAt is null && (State ?? OfContributors()) is { } state ? Observe(state) : null;

    /// <summary>The alarm's time series in state ALARM.</summary>
    public IEnumerable<ObservedAlarm> Firing() =>
        Contributors.Values.Where(signal => signal.Condition is SignalCondition.Firing).Select(Observe);

    /// <summary>Returns the alarm with a newer state; an older state changes nothing.</summary>
    public KnownAlarm With(Signal state) => State is { } known && state.OccurredAt < known.OccurredAt
        ? this
        : this with { State = state, IsDisabled = IsDisabled || state.Mute is { Kind: MuteKind.ActionsDisabled } };

    /// <summary>Returns the alarm with a newer state of a time series; an older state changes nothing.</summary>
    public KnownAlarm WithContributor(Signal state)
    {
        var key = state.Subject.Fingerprint.Text;
        return Contributors.GetValueOrDefault(key) is { } known && state.OccurredAt < known.OccurredAt
            ? this
            : this with { Contributors = Contributors.SetItem(key, state) };
    }

    // An alarm over several time series is in state ALARM while one of them is.
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

    // DescribeAlarms does not return mute rules.
    private Mute? MuteOf(Signal signal) => IsDisabled
        ? new Mute(MuteKind.ActionsDisabled, By: "", Until: null)
        : signal.Mute is { Kind: MuteKind.Suppressed } suppressed ? suppressed : null;
}
