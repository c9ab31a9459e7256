using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Simulates CloudWatch: the alarms of a file and of events, each in its newest state. As in CloudWatch, alarms of other accounts
/// and regions do not exist, even if their metrics come from this account and region. Deleted alarms do not exist either.
/// </summary>
/// <param name="account">The account of the run.</param>
/// <param name="region">The region of the run.</param>
internal sealed class EmbeddedAlarms(string account, string region) : IAlarmInventory
{
    private const string Prefix = "alarm/";

    private readonly Lock gate = new();

    // By name, which is unique in an account's region.
    private ImmutableSortedDictionary<string, KnownAlarm> alarms =
        ImmutableSortedDictionary.Create<string, KnownAlarm>(StringComparer.Ordinal);

    /// <summary>All existing alarms.</summary>
    public ImmutableArray<KnownAlarm> All => [.. alarms.Values.Where(alarm => alarm.DeletedAt is null)];

    /// <summary>Adds the alarms of a file.</summary>
    public void Add(ObservedAlarm alarm) => Change(alarm.Signal, known => known with
    {
        State = alarm.Signal,
        Actions = alarm.Actions,
        IsDisabled = alarm.Signal.Mute is { Kind: MuteKind.ActionsDisabled },
    });

    /// <summary>Applies an event, whatever its subject and its source.</summary>
    public void Observe(ReadOnlyMemory<byte> payload, DateTimeOffset now)
    {
        if (AlarmConfigurationChange.Read(payload, now) is { } change)
        {
            Change(change.State, known => Apply(known, change));
            return;
        }

        foreach (var reading in AlarmEvents.Read(payload, now))
        {
            if (reading is SignalParseResult.Accepted { Signal: var signal })
                Change(signal, known => Apply(known, signal));
            else if (reading is SignalParseResult.Ignored { State: { } state, Actions: var actions })
                Change(state, known => Apply(known, state) with { Actions = actions.IsEmpty ? known.Actions : actions });
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The states of the time series are already recorded if events reported only the time series of an alarm.
        foreach (var alarm in All.Where(alarm => alarm.State is { Condition: SignalCondition.Firing }))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (alarm.Observe() is { } observed)
                yield return await ValueTask.FromResult(observed);
        }
    }

    /// <inheritdoc/>
    public Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<AlarmLookup>(new AlarmLookup.Found(
        [
            .. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(name => alarms.GetValueOrDefault(name)?.Observe()).OfType<ObservedAlarm>(),
        ]));

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var contributor in alarms.GetValueOrDefault(alarm.Name) is { DeletedAt: null } known ? known.Firing() : [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await ValueTask.FromResult(contributor);
        }
    }

    private void Change(Signal signal, Func<KnownAlarm, KnownAlarm> change)
    {
        var fingerprint = signal.Subject.Fingerprint.Text;
        if (AlarmIdentity.From(signal.Subject.Fingerprint) is not { } identity
            || identity.Account != account
            || identity.Region != region)
        {
            return;
        }

        var name = signal.Subject.Name;
        lock (gate)
        {
            alarms = alarms.SetItem(
                name, change(alarms.GetValueOrDefault(name) ?? new KnownAlarm(ArnIn(fingerprint, name), name)));
        }
    }

    private static KnownAlarm Apply(KnownAlarm known, Signal signal)
    {
        // A state from before the deletion arrived late.
        if (known.DeletedAt is { } deleted && signal.OccurredAt <= deleted)
            return known;
        var alive = known with { DeletedAt = null };
        return signal.Subject.Fingerprint.Text == Prefix + known.Arn ? alive.With(signal) : alive.WithContributor(signal);
    }

    private static KnownAlarm Apply(KnownAlarm known, AlarmConfigurationChange change)
    {
        if (change.IsDeletion)
        {
            return known.State is { } newer && newer.OccurredAt > change.At
                ? known
                : new KnownAlarm(known.Arn, known.Name) { DeletedAt = change.At };
        }

        if (known.DeletedAt is { } deleted && change.At <= deleted)
            return known;
        var current = change.IsCreation ? new KnownAlarm(known.Arn, known.Name) { State = known.State } : known;
        return current.With(change.State) with
        {
            Actions = change.Actions,
            IsDisabled = !change.ActionsEnabled,
            DeletedAt = null,
        };
    }

    // The fingerprint of a time series is the alarm's ARN, «#» and the series' id. A name may also contain «#».
    private static string ArnIn(string fingerprint, string name)
    {
        var alarm = $":alarm:{name}";
        var at = fingerprint.IndexOf(alarm, StringComparison.Ordinal);
        return at < 0 ? fingerprint[Prefix.Length..] : fingerprint[Prefix.Length..(at + alarm.Length)];
    }
}
