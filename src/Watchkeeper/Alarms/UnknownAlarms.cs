namespace Watchkeeper.Alarms;

/// <summary>An inventory that nobody may ask, where there is no CloudWatch.</summary>
public sealed class UnknownAlarms : IAlarmInventory
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        yield break;
    }

    /// <inheritdoc/>
    public Task<AlarmAnswer> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<AlarmAnswer>(new AlarmAnswer.Unavailable("there is no CloudWatch to ask"));

    /// <inheritdoc/>
    public IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(ObservedAlarm alarm, CancellationToken cancellationToken) =>
        ListFiringAsync(cancellationToken);
}
