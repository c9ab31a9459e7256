using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Events.Alarms;
using Watchkeeper.Signals;

namespace Watchkeeper.Cli.Embedded;

/// <summary>
/// Plays CloudWatch: the alarms of a file, and those that events told of, each in its newest state. Alarms of other accounts and
/// regions are not there, as they would not be in CloudWatch, wherever their metrics come from; what is deleted is gone.
/// </summary>
/// <param name="account">The account that the run plays in.</param>
/// <param name="region">The region that the run plays in.</param>
internal sealed class EmbeddedAlarms(string account, string region) : IAlarmInventory
{
    private const string Prefix = "alarm/";

    private readonly Lock gate = new();
    private ImmutableSortedDictionary<string, KnownAlarm> alarms =
        ImmutableSortedDictionary.Create<string, KnownAlarm>(StringComparer.Ordinal);

    /// <summary>All that are there.</summary>
    public ImmutableArray<KnownAlarm> All => [.. alarms.Values.Where(alarm => alarm.DeletedAt is null)];

    /// <summary>Takes over what a file shows.</summary>
    public void Add(ObservedAlarm alarm) => Change(alarm.Signal, known => known with
    {
        State = alarm.Signal,
        Actions = alarm.Actions,
        IsDisabled = alarm.Signal.Mute is { Kind: MuteKind.ActionsDisabled },
    });

    /// <summary>Takes over what an event says, whatever it is about and by whichever way it comes.</summary>
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
        // Of an alarm that only its time series told of, those are heard already.
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
            .. All.Where(alarm => names.Contains(alarm.Name, StringComparer.Ordinal))
                .Select(alarm => alarm.Observe()).OfType<ObservedAlarm>(),
        ]));

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var contributor in All.Where(each => each.Name == alarm.Name).SelectMany(each => each.Firing()))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await ValueTask.FromResult(contributor);
        }
    }

    private void Change(Signal signal, Func<KnownAlarm, KnownAlarm> change)
    {
        var fingerprint = signal.Subject.Fingerprint.Text;
        if (AlarmIdentity.From(signal.Subject.Fingerprint) is not { } identity || identity.Account != account || identity.Region != region)
            return;
        var arn = ArnIn(fingerprint, signal.Subject.Name);
        lock (gate)
            alarms = alarms.SetItem(arn, change(alarms.GetValueOrDefault(arn) ?? new KnownAlarm(arn, signal.Subject.Name)));
    }

    private static KnownAlarm Apply(KnownAlarm known, Signal signal)
    {
        // What happened before the deletion comes late.
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

    // A time series' fingerprint is the alarm's ARN, «#» and its id; a name may have a «#» too.
    private static string ArnIn(string fingerprint, string name)
    {
        var alarm = $":alarm:{name}";
        var at = fingerprint.IndexOf(alarm, StringComparison.Ordinal);
        return at < 0 ? fingerprint[Prefix.Length..] : fingerprint[Prefix.Length..(at + alarm.Length)];
    }
}
