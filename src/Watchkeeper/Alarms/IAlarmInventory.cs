namespace Watchkeeper.Alarms;

/// <summary>CloudWatch's alarms as they are now, in the function's own account and region.</summary>
public interface IAlarmInventory
{
    /// <summary>All alarms of every type that are in state ALARM, page by page. Throws where CloudWatch cannot be asked.</summary>
    IAsyncEnumerable<ObservedAlarm> ListFiringAsync(CancellationToken cancellationToken);

    /// <summary>The alarms of these names; one that is not in the answer does not exist.</summary>
    Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary>
    /// The time series of an alarm over many that are in state ALARM, each as an alarm of its own whose signal has the contributor's
    /// fingerprint. None for an alarm over one series. Throws where CloudWatch cannot be asked.
    /// </summary>
    IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(ObservedAlarm alarm, CancellationToken cancellationToken);
}
