using System.Globalization;
using Microsoft.Extensions.Logging;
using Watchkeeper.Aws.Errors;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Storage;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Configuring;

/// <summary>
/// The configuration in force. Looks at the start, and then at most once a minute, which version is applied: one read of one row.
/// A version that cannot be used leaves the last good one in force.
/// </summary>
/// <param name="store">The versions.</param>
/// <param name="parameters">The configuration of the template's parameters: the version as long as none is applied.</param>
/// <param name="read">Reads a version's content.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="log">The log.</param>
/// <param name="time">Our clock.</param>
internal sealed class ConfigurationInForce(
    ConfigurationStore store, WatchkeeperConfiguration parameters, ReadConfiguration read, Metrics metrics, ILogger log,
    TimeProvider time)
{
    /// <summary>The usual <see cref="MaxAge"/>.</summary>
    public static readonly TimeSpan DefaultMaxAge = TimeSpan.FromMinutes(1);

    /// <summary>The <see cref="MaxAge"/> of a function that a schedule invokes each minute.</summary>
    public static readonly TimeSpan MaxAgeBetweenTicks = TimeSpan.FromSeconds(30);

    // A table that does not answer once or twice needs nobody: the next look usually succeeds.
    private const int MaxUnreported = 2;

    private DecidingConfiguration? current;
    private DateTimeOffset checkedAt;
    private int unanswered;

    /// <summary>
    /// How old the last look may be. Default: one minute. A schedule that comes a moment early would otherwise skip its look and
    /// use a new version only after two minutes.
    /// </summary>
    public TimeSpan MaxAge { get; init; } = DefaultMaxAge;

    /// <summary>
    /// Why the version in force cannot be used, by the last look; null if it can, or if it must be looked at again.
    /// </summary>
    public UnusableConfiguration? Problem { get; private set; }

    /// <summary>Whether the last look found an applied version and put it in force.</summary>
    public bool IsGood { get; private set; }

    /// <summary>What is in force, in words.</summary>
    public string Used => current?.Applied is { } applied
        ? string.Create(CultureInfo.InvariantCulture, $"version {applied.Number}")
        : "the configuration of the template";

    /// <summary>The configuration for the next invocation.</summary>
    /// <exception cref="Exception">
    /// The table does not answer a process that has just started: it must not route by defaults because of a time-out, and AWS
    /// repeats the invocation.
    /// </exception>
    public async ValueTask<DecidingConfiguration> CurrentAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (current is null || (now - checkedAt).Duration() >= MaxAge)
        {
            // Before the read: an invocation whose time runs out while it waits must not make each that follows wait too.
            checkedAt = now;
            current = await CheckAsync(current, cancellationToken);
        }

        return current;
    }

    private async Task<DecidingConfiguration> CheckAsync(DecidingConfiguration? known, CancellationToken cancellationToken)
    {
        ConfigurationHead head;
        try
        {
            head = await store.ReadHeadAsync(cancellationToken);
        }
        catch (Exception denied) when (AccessErrors.IsDenied(denied))
        {
            // A missing right does not pass by itself, and must not stop alarms.
            return Unusable(known, new UnusableConfiguration(null, new Rejection("$", denied.Message)));
        }
        catch (Exception failure) when (known is not null && !cancellationToken.IsCancellationRequested)
        {
            var problem = new UnusableConfiguration(null, new Rejection("$", failure.Message));
            return Unusable(known, problem, isReported: ++unanswered > MaxUnreported);
        }

        unanswered = 0;
        return head switch
        {
            // Damage does not pass by itself, and must not stop alarms either.
            { Problem: { } rejection } => Unusable(known, new UnusableConfiguration(head.Version, rejection)),
            { Version: { } version } => Usable(known, version),
            _ when known?.Applied is { } seen => Unusable(
                known, new UnusableConfiguration(seen, new Rejection("$", "the row of the version in force is missing"))),
            _ => Unapplied(known),
        };
    }

    private DecidingConfiguration Unapplied(DecidingConfiguration? known)
    {
        (Problem, IsGood) = (null, false);
        return known ?? new DecidingConfiguration(parameters, null, parameters);
    }

    private DecidingConfiguration Usable(DecidingConfiguration? known, AppliedConfiguration version)
    {
        var data = version with { Content = default };
        if (!version.Equals(known?.Applied))
        {
            var result = read(version.Content, parameters);
            if (!result.IsRead)
                return Unusable(known, new UnusableConfiguration(data, result.Rejection));
            var isFirst = known is null;
            known = new DecidingConfiguration(result.Configuration, data, parameters);
            // Each decision records its version: a start need not log it too.
            if (!isFirst)
                Log.ConfigurationChanged(log, version.Number, version.ShownHash, version.By);
        }

        (Problem, IsGood) = (null, true);
        return known!;
    }

    private DecidingConfiguration Unusable(
        DecidingConfiguration? known, UnusableConfiguration problem, bool isReported = true)
    {
        (Problem, IsGood) = (isReported ? problem : null, false);
        metrics.ConfigurationUnusable();
        current = known ?? new DecidingConfiguration(parameters, null, parameters);
        var version = problem.Version is { } unusable
            ? string.Create(CultureInfo.InvariantCulture, $"version {unusable.Number} ({unusable.ShownHash}) by {unusable.By}: ")
            : "";
        Log.ConfigurationUnusable(log, Used, version + problem.Rejection);
        return current;
    }
}
