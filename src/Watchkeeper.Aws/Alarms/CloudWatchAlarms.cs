using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Amazon.CloudWatch;
using Amazon.Runtime;
using Watchkeeper.Alarms;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Alarms;

/// <summary>
/// Looks up alarms of every type in Amazon CloudWatch (API version 2010-08-01). A state's signal has the same id as the signal of
/// its event: the same code computes both from the time at which the state began.
/// </summary>
/// <param name="client">The client. Throttling and failures that remain after its retries are thrown.</param>
/// <param name="time">The clock that state times are checked against.</param>
/// <param name="warn">Receives a warning for the log about each omission: beyond the page limit, or unreadable.</param>
public sealed class CloudWatchAlarms(IAmazonCloudWatch client, TimeProvider time, Action<string> warn) : IAlarmInventory
{
    private const int MaxName = 255;

    private readonly AlarmPages alarms = new(client, time, warn);
    private readonly ContributorPages contributors = new(client, warn);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObservedAlarm> ListFiringAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unreadable = 0;
        await foreach (var alarm in alarms.InStateAsync(StateValue.ALARM, cancellationToken))
        {
            if (alarm.Observe() is not { } observed)
                unreadable++;
            else if (observed.Signal.Condition is SignalCondition.Firing)
                yield return observed;
        }

        WarnOf(unreadable, "alarms in state ALARM");
    }

    /// <inheritdoc/>
    public async Task<AlarmLookup> FindAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        var found = ImmutableArray.CreateBuilder<ObservedAlarm>();
        var unreadable = ImmutableArray.CreateBuilder<string>();
        // No alarm has an empty or longer name. One such name would fail the whole request.
        var askable = names.Where(name => name is { Length: > 0 and <= MaxName }).Distinct(StringComparer.Ordinal);
        try
        {
            foreach (var some in askable.Chunk(AlarmPages.PageSize))
            {
                await foreach (var alarm in alarms.NamedAsync(some, cancellationToken))
                {
                    if (alarm.Observe() is { } observed)
                        found.Add(observed);
                    else if (alarm.Name.Length > 0)
                        unreadable.Add(alarm.Name);
                }
            }
        }
        catch (AmazonServiceException refusal) when (Verdict(refusal) is { IsRetryable: false } verdict)
        {
            return new AlarmLookup.Unavailable($"{InertText.Line(refusal.ErrorCode, MaxName)}: {verdict.Message}");
        }

        WarnOf(unreadable.Count, "alarms that were asked for by name");
        return new AlarmLookup.Found(found.ToImmutable()) { Unreadable = unreadable.ToImmutable() };
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObservedAlarm> ListFiringContributorsAsync(
        ObservedAlarm alarm, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alarm);
        var unreadable = 0;
        await foreach (var described in alarms.NamedAsync([alarm.Name], cancellationToken))
        {
            if (!described.MayHaveContributors)
                continue;
            await foreach (var each in contributors.ReadAsync(described.Name, cancellationToken))
            {
                var observed = described.Observe(
                    each.ContributorId ?? "", each.ContributorAttributes ?? [], each.StateReason ?? "",
                    CloudWatchTime.From(each.StateTransitionedTimestamp), time.GetUtcNow());
                if (observed is not null)
                    yield return observed;
                else
                    unreadable++;
            }
        }

        WarnOf(unreadable, "time series of an alarm");
    }

    private static Verdict? Verdict(AmazonServiceException refusal) => CommonErrors.Explain(refusal.ErrorCode ?? "");

    private void WarnOf(int unreadable, string what)
    {
        if (unreadable > 0)
            warn(string.Create(CultureInfo.InvariantCulture, $"{unreadable} {what} are unreadable and were skipped"));
    }
}
