using Shouldly;
using Watchkeeper.Configuration;
using Watchkeeper.Incidents;
using Watchkeeper.Notification.Planning;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Watchkeeper.Storage;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Testing.Queries;

/// <summary>Stores that are asked: signals are recorded as by an intake function, and their entries as from the stream.</summary>
public sealed class QueriedStores(StoreHarness stores, CancellationToken cancellationToken) : IAsyncDisposable
{
    private static readonly WatchkeeperConfiguration Nobody = WatchkeeperConfiguration.Default();

    /// <summary>The stores.</summary>
    public StoreHarness Stores => stores;

    /// <summary>The time of the questions, in minutes after noon.</summary>
    public int Minute { get; set; } = 24 * 60;

    /// <summary>The read side.</summary>
    public IncidentQueries Queries => new(stores.Table, new FixedTime(Orders.Now(Minute)));

    /// <summary>The log of events without an entry.</summary>
    public EventLog Events => new(stores.Table);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stores.DisposeAsync();

    /// <summary>Records a signal and its entry; the incident after it.</summary>
    public async Task<Incident> RecordAsync(Signal signal, Severity severity = Severity.High)
    {
        ArgumentNullException.ThrowIfNull(signal);
        var before = await stores.Slots.ReadAsync(signal.Subject.Fingerprint, cancellationToken);
        await stores.Slots.RecordAsync(signal, severity, cancellationToken);
        return await FollowAsync(before, signal.Subject.Fingerprint);
    }

    /// <summary>Records a signal whose change the stream loses; the slot after it.</summary>
    public async Task<Slot> LoseAsync(Signal signal, Severity severity = Severity.High)
    {
        ArgumentNullException.ThrowIfNull(signal);
        await stores.Slots.RecordAsync(signal, severity, cancellationToken);
        return (await stores.Slots.ReadAsync(signal.Subject.Fingerprint, cancellationToken))!;
    }

    /// <summary>Opens an incident of an alarm of its own.</summary>
    public Task<Incident> OpenAsync(int number, int? minute = null, Func<Subject, Subject>? about = null)
    {
        var signal = Orders.Signal(minute: minute ?? number, name: $"alarm-{number}");
        return RecordAsync(about is null ? signal : signal with { Subject = about(signal.Subject) });
    }

    /// <summary>Ends the incident of such an alarm.</summary>
    public Task<Incident> EndAsync(int number, int minute) =>
        RecordAsync(Orders.Signal(SignalCondition.Resolved, minute, $"alarm-{number}"));

    /// <summary>An operator acts, and the entry of it is written.</summary>
    public async Task<OperatorResult> ActAsync(
        Incident incident, OperatorVerb verb, string who, string note = "", int minute = 60)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var fingerprint = incident.Subject.Fingerprint;
        var before = await stores.Slots.ReadAsync(fingerprint, cancellationToken);
        var desk = new OperatorDesk(stores.Slots, new FixedTime(Orders.Now(minute)));
        var result = await desk.ActAsync(
            fingerprint, incident.Id, new OperatorAction($"{verb}-{who}-{minute}", verb, who, note), cancellationToken);
        await FollowAsync(before, fingerprint);
        return result;
    }

    /// <summary>The ids of a list, page by page.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(IncidentQuestion question, int size)
    {
        var ids = new List<string>();
        string? token = null;
        do
        {
            var page = await Queries.ListAsync(question, size, token, cancellationToken);
            page.Incidents.Length.ShouldBeLessThanOrEqualTo(size);
            ids.AddRange(page.Incidents.Select(one => one.Incident.Id));
            token = page.Next;
        }
        while (token is not null);
        return ids;
    }

    private async Task<Incident> FollowAsync(Slot? before, Fingerprint fingerprint)
    {
        var after = (await stores.Slots.ReadAsync(fingerprint, cancellationToken))!;
        if (NotificationPlan.Decide(new SlotChanged(before, after), Nobody).Record is { } record)
            await stores.Notifications.RecordAsync(record, cancellationToken);
        return after.Incident!;
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
