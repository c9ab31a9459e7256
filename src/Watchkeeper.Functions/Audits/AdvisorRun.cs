using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;

namespace Watchkeeper.Functions.Audits;

/// <summary>
/// One audit: asks every check to look again, then takes them one by one, each a page of work of its own. It waits for no check:
/// what a check finds after it was read is for the next run, or for a notification.
/// </summary>
internal sealed class AdvisorRun(IAdvisor advisor, FindingRecorder recorder, TimeProvider time)
{
    private const int MaxResults = 500;

    /// <summary>What audits leave out. Default: nothing.</summary>
    public AdvisorSettings Settings { get; init; } = AdvisorSettings.None;

    /// <summary>Runs until all checks were read, or until the deadline.</summary>
    /// <param name="scope">The account it runs in.</param>
    /// <param name="tick">Its day says with which check to begin.</param>
    /// <param name="deadline">Begins no further check after it.</param>
    /// <param name="trace">The tracing header for the signals.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<AdvisorReport> RunAsync(
        AuditScope scope, DateTimeOffset tick, DateTimeOffset deadline, string? trace, CancellationToken cancellationToken)
    {
        if (await advisor.ListAsync(cancellationToken) is not AdvisorListing.Checks { All: var all })
            return new AdvisorReport { IsSubscribed = false };
        var checks = Rotated(all, tick.UtcDateTime.DayOfWeek);
        var refreshed = await RefreshAsync(checks, deadline, cancellationToken);
        var report = new AdvisorReport { IsSubscribed = true, Checks = checks.Length, Refreshed = refreshed };
        var incidents = await recorder.ReadIncidentsAsync(cancellationToken);
        for (var i = 0; i < checks.Length; i++)
        {
            if (time.GetUtcNow() >= deadline)
                return report with { Left = checks.Length - i };
            report = await TakeAsync(scope, checks[i], incidents, report, trace, cancellationToken);
        }

        return report;
    }

    private async Task<int> RefreshAsync(
        ImmutableArray<AuditCheck> checks, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Reading is what a run is for: asking gets half of the time at most.
        var enough = now + ((deadline - now) / 2);
        var asked = 0;
        foreach (var check in checks)
        {
            if (time.GetUtcNow() >= enough)
                break;
            if (await advisor.RefreshAsync(check, cancellationToken) is RefreshResult.Asked)
                asked++;
        }

        return asked;
    }

    private async Task<AdvisorReport> TakeAsync(
        AuditScope scope, AuditCheck check, ImmutableArray<Slot> incidents, AdvisorReport report, string? trace,
        CancellationToken cancellationToken)
    {
        switch (await advisor.ReadAsync(check, cancellationToken))
        {
            case AdvisorResult.Found { Result: var result }:
                var accepted = Settings.Exclude(result, time.GetUtcNow());
                var results = await recorder.RecordAsync(scope, accepted, incidents, trace, cancellationToken);
                return report with
                {
                    Read = report.Read + 1,
                    Signals = report.Signals + results.Length,
                    Results = [.. report.Results.Concat(results).Take(MaxResults)],
                };
            case AdvisorResult.Failed { Reason: var reason }:
                return report with { Failed = report.Failed.Add(new FailedCheck(check.Id, check.Name, reason)) };
            default:
                return report with { NotAvailable = report.NotAvailable + 1 };
        }
    }

    // Each day of the week begins a seventh further on, so that no check is always among those for which time runs out.
    private static ImmutableArray<AuditCheck> Rotated(ImmutableArray<AuditCheck> checks, DayOfWeek day)
    {
        var ordered = checks.OrderBy(check => check.Id, StringComparer.Ordinal).ToImmutableArray();
        var first = ordered.Length * (int)day / 7;
        return [.. ordered[first..], .. ordered[..first]];
    }
}
