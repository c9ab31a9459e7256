using Microsoft.Extensions.Logging;
using Watchkeeper.Detections;
using Watchkeeper.Functions.Configuring;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Storage;
using Watchkeeper.Storage.Items;

namespace Watchkeeper.Functions.Intake;

/// <summary>
/// The intake with the detections in force: those that the configuration names, and else those that were applied by themselves,
/// for which it looks at the start, and then at most once a minute. A list that cannot be used leaves the last good one in force.
/// </summary>
/// <param name="configurations">The configuration in force.</param>
/// <param name="store">The lists.</param>
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
    private OwnDetectionList? asked;
    private DateTimeOffset checkedAt;
    private (InForce Set, DecidingConfiguration Configuration, EventIntake Intake)? made;

    /// <summary>The intake for the next event.</summary>
    /// <exception cref="Exception">
    /// The table does not answer a process that has just started: it does not know what to look for, and AWS repeats the event.
    /// </exception>
    public async ValueTask<EventIntake> IntakeAsync(CancellationToken cancellationToken)
    {
        var configuration = await configurations.CurrentAsync(cancellationToken);
        var named = configuration.Configuration.Detections.List;
        var now = time.GetUtcNow();
        if (current is null || named != asked || (now - checkedAt).Duration() >= MaxAge)
        {
            current = await CheckAsync(current, named, cancellationToken);
            (asked, checkedAt) = (named, now);
        }

        if (made is { } kept && ReferenceEquals(kept.Set, current) && ReferenceEquals(kept.Configuration, configuration))
            return kept.Intake;
        var intake = create(current.Set, configuration);
        made = (current, configuration, intake);
        return intake;
    }

    private async Task<InForce> CheckAsync(InForce? known, OwnDetectionList? named, CancellationToken cancellationToken)
    {
        var source = named is null ? null : "the configuration";
        try
        {
            var list = named;
            if (list is null && await store.ReadHeadAsync(cancellationToken) is { } head)
            {
                source = $"version {head.Number} by {head.By}";
                list = head.List;
            }

            if (known is not null && known.List == list)
                return known;
            if (list is null)
                return Changed(new InForce(null, "", DetectionSet.BuiltIn), source);
            var (set, errors) = DetectionSet.Parse(await store.ReadListAsync(list, cancellationToken));
            return set is not null
                ? Changed(new InForce(list, source!, set), source)
                : Unusable(known, source, errors[0].ToString());
        }
        catch (UnreadableRowException unreadable)
        {
            return Unusable(known, source, unreadable.Message);
        }
        catch (Exception failure) when (known is not null && !cancellationToken.IsCancellationRequested)
        {
            return Unusable(known, source, failure.Message);
        }
    }

    private InForce Changed(InForce next, string? source)
    {
        if (source is not null)
            Log.DetectionsChanged(log, next.List?.Files ?? 0, source);
        return next;
    }

    private InForce Unusable(InForce? known, string? source, string problem)
    {
        metrics.DetectionsUnusable();
        var inForce = known?.List is not null ? $"those of {known.Source}" : "the built-in ones";
        Log.DetectionsUnusable(log, inForce, source is null ? problem : $"{source}: {problem}");
        return known ?? new InForce(null, "", DetectionSet.BuiltIn);
    }

    private sealed record InForce(OwnDetectionList? List, string Source, DetectionSet Set);
}
