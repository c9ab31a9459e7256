using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Watchkeeper.Audits;
using Watchkeeper.Configuration;
using Watchkeeper.Functions.Audits;
using Watchkeeper.Functions.Intake;
using Watchkeeper.Functions.Observability;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Signals;
using Watchkeeper.Storage;

namespace Watchkeeper.Aws.Tests.DynamoDb;

/// <summary>Audits of one check over a table.</summary>
internal static class AuditRuns
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly AuditCheck Check = new("HCP4007jGY", "Security Groups - Specific Ports Unrestricted", "security", []);

    public static AuditRow Row(string resource, FindingStatus status, bool isSuppressed = false) =>
        new(new Finding(resource, status, "eu-central-1", resource, isSuppressed), "Port: 22");

    /// <summary>Runs one audit, ten minutes after the check's refresh.</summary>
    /// <param name="stores">The table.</param>
    /// <param name="minute">The time of the check's refresh, in minutes after noon.</param>
    /// <param name="rows">The result of the check.</param>
    /// <param name="cancellationToken">Cancels the audit.</param>
    public static async Task<AdvisorReport> AuditAsync(
        DynamoDbHarness stores, int minute, ImmutableArray<AuditRow> rows, CancellationToken cancellationToken)
    {
        var time = new FakeTimeProvider(Noon.AddMinutes(minute + 10));
        var output = new LineOutput(Stream.Null);
        var observer = new IntakeObserver(
            SignalSource.Audit, new Metrics(output, time, "AdvisorFunction"), new JsonLogger(output, time, "AdvisorFunction"));
        var intake = new SignalIntake(stores.Slots, WatchkeeperConfiguration.Default(), time);
        var result = new AuditResult { Check = Check, At = Noon.AddMinutes(minute), Rows = rows };
        var advisor = new FormerSnapshots(stores.Table, new OneCheck(result));
        var run = new AdvisorRun(advisor, new FindingRecorder(stores.Slots, intake, observer, time), time);
        var now = time.GetUtcNow();
        return await run.RunAsync(new AuditScope("123456789012", "aws"), now, now.AddMinutes(10), null, cancellationToken);
    }

    private sealed class OneCheck(AuditResult result) : IAdvisor
    {
        public Task<AdvisorListing> ListAsync(CancellationToken cancellationToken) =>
            Task.FromResult<AdvisorListing>(new AdvisorListing.Checks([result.Check]));

        public Task<RefreshResult> RefreshAsync(AuditCheck check, CancellationToken cancellationToken) =>
            Task.FromResult(RefreshResult.Asked);

        public Task<AdvisorResult> ReadAsync(AuditCheck check, CancellationToken cancellationToken) =>
            Task.FromResult<AdvisorResult>(new AdvisorResult.Found(result));
    }
}
