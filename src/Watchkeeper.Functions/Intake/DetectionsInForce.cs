using Microsoft.Extensions.Logging;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// The intake with the detections in force. Looks at the start, and then at most once a minute, which list is applied. A list
/// that cannot be used leaves the last good one in force.
/// </summary>
/// <param name="configurations">The configuration in force.</param>
/// <param name="store">The applied list.</param>
/// <param name="create">Creates the intake of a set under a configuration.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="log">The log.</param>
/// <param name="time">Our clock.</param>
internal sealed class DetectionsInForce(
    ConfigurationInForce configurations, AppliedDetectionStore store,
    Func<DetectionSet, DecidingConfiguration, EventIntake> create, Metrics metrics, ILogger log, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private InForce? current;
    private DateTimeOffset checkedAt;
    private (InForce Set, DecidingConfiguration Configuration, EventIntake Intake)? made;

    /// <summary>The intake for the next event.</summary>
    /// <exception cref="Exception">
    /// The table does not answer a process that has just started: it does not know what to look for, and AWS repeats the event.
    /// </exception>
    public async ValueTask<EventIntake> IntakeAsync(CancellationToken cancellationToken)
    {
        var configuration = await configurations.CurrentAsync(cancellationToken);
        var now = time.GetUtcNow();
        if (current is null || (now - checkedAt).Duration() >= MaxAge)
        {
            current = await CheckAsync(current, cancellationToken);
            checkedAt = now;
        }

        if (made is { } kept && ReferenceEquals(kept.Set, current) && ReferenceEquals(kept.Configuration, configuration))
            return kept.Intake;
        var intake = create(current.Set, configuration);
        made = (current, configuration, intake);
        return intake;
    }

    private async Task<InForce> CheckAsync(InForce? known, CancellationToken cancellationToken)
    {
        AppliedDetections? head = null;
        try
        {
            head = await store.ReadHeadAsync(cancellationToken);
            if (known is not null && (known.Head?.Number ?? 0) == (head?.Number ?? 0))
                return known;
            var list = head is null ? default : await store.ReadListAsync(head, cancellationToken);
            if (list.IsEmpty)
                return Changed(new InForce(head, DetectionSet.BuiltIn));
            var (set, errors) = DetectionSet.Parse(list);
            return set is not null
                ? Changed(new InForce(head, set))
                : Unusable(known, head, errors[0].ToString());
        }
        catch (UnreadableRowException unreadable)
        {
            return Unusable(known, head, unreadable.Message);
        }
        catch (Exception failure) when (known is not null && !cancellationToken.IsCancellationRequested)
        {
            return Unusable(known, head, failure.Message);
        }
    }

    private InForce Changed(InForce next)
    {
        if (next.Head is { } head)
            Log.DetectionsChanged(log, head.Files, head.Number, head.By);
        return next;
    }

    private InForce Unusable(InForce? known, AppliedDetections? head, string problem)
    {
        metrics.DetectionsUnusable();
        var inForce = known?.Head is { Hash.Length: > 0 } last ? $"those of version {last.Number}" : "the built-in ones";
        Log.DetectionsUnusable(log, inForce, head is null ? problem : $"version {head.Number}: {problem}");
        return known ?? new InForce(null, DetectionSet.BuiltIn);
    }

    private sealed record InForce(AppliedDetections? Head, DetectionSet Set);
}
