namespace Watchkeeper.Alarms;

/// <summary>The current alarms of CloudWatch, in the function's own account and region.</summary>
public interface IAlarmInventory
{
    /// <summary>All alarms of every type in state ALARM, page by page. Throws if CloudWatch cannot be asked.</summary>
    IAsyncEnumerable<ObservedAlarm> ListFiringAsync(CancellationToken cancellationToken);

    /// <summary>The alarms with these names. A name that is missing in the answer has no alarm.</summary>
    Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary>
    /// The time series in state ALARM of an alarm over many. Each is an alarm of its own, whose signal has the contributor's
    /// fingerprint. Empty for an alarm over one series. Throws if CloudWatch cannot be asked.
    /// </summary>
    IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(ObservedAlarm alarm, CancellationToken cancellationToken);
}
