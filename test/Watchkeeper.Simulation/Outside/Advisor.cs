using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Audits;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;
using Watchkeeper.Simulation.Workload;

namespace Watchkeeper.Simulation.Outside;

/// <summary>
/// Trusted Advisor: a few checks whose findings come and go with the history, and their notifications. A check refreshes five
/// minutes after its last refresh at the earliest («RefreshTrustedAdvisorCheck»); here after seconds, so that more happens in
/// less time.
/// </summary>
internal sealed class Advisor(World world)
{
    private const int Resources = 5;
    private const string Region = "eu-central-1";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OldFor = TimeSpan.FromMinutes(1);
    private readonly Dictionary<string, Finding> findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> readAt = new(StringComparer.Ordinal);
    private Dictionary<string, AuditResult>? formerly;
    private int changes;
    private int notifications;

    public static ImmutableArray<AuditCheck> Checks { get; } =
    [
        new("HCP4007jGY", "Security Groups - Specific Ports Unrestricted", "security", ["Region", "Security Group ID"]),
        new("Qch7DwouX1", "Low Utilization Amazon EC2 Instances", "cost_optimizing", ["Region/AZ", "Instance ID"]),
    ];

    private static string The => $"{Checks[0].Id}/sg-0";

    /// <summary>When the check was refreshed last.</summary>
    public DateTimeOffset LookedAt { get; private set; } = world.Agenda.Now;

    /// <summary>Changes one resource.</summary>
    public void Change(Chance chance)
    {
        var check = chance.Below(Checks.Length);
        var resource = string.Create(CultureInfo.InvariantCulture, $"{(check == 0 ? "sg" : "i")}-{chance.Below(Resources):d17}");
        var key = $"{Checks[check].Id}/{resource}";
        var status = chance.Pick(FindingStatus.Ok, FindingStatus.Warning, FindingStatus.Error);
        var finding = new Finding(resource, status, Region, resource, status is not FindingStatus.Ok && chance.Happens(100_000));
        See(key, finding);
        Notify(Checks[check], finding);
    }

    /// <summary>Gives the one resource of audited histories a status.</summary>
    public void Rate(FindingStatus status)
    {
        changes++;
        var finding = new Finding("sg-0", status, Region, "sg-0", findings.GetValueOrDefault(The)?.Suppressed ?? false);
        See(The, finding);
        if (world.Plan.Kind is HistoryKind.AuditedAnyhow)
            Notify(Checks[0], finding);
    }

    /// <summary>Suppresses that resource, or takes it in again, without a refresh of the check.</summary>
    public void LeaveOut(bool isLeftOut)
    {
        changes++;
        world.Trace.Record(world.Agenda.Now, 0, "somebody", The, () => isLeftOut ? "leaves it out" : "takes it in");
        if (findings.TryGetValue(The, out var finding))
            findings[The] = finding with { Suppressed = isLeftOut };
    }

    /// <summary>The findings that are flagged and not suppressed, by check and resource.</summary>
    public IEnumerable<(AuditCheck Check, Finding Finding)> Flagged =>
        Checks.SelectMany(check => FindingsFor(check).Where(finding => !finding.Suppressed).Select(finding => (check, finding)));

    /// <summary>Whether nothing has changed since the last read of each check.</summary>
    public bool IsReadAsItIs => Checks.All(check => readAt.GetValueOrDefault(check.Id, -1) == changes);

    /// <summary>The result of a check; for a while it may be the previous one.</summary>
    public AdvisorResult Read(AuditCheck check)
    {
        var isOld = formerly is not null && world.Agenda.Now - LookedAt < OldFor && world.Chance.Happens(world.Odds.OldResult);
        readAt[check.Id] = isOld ? -1 : changes;
        return new AdvisorResult.Found(isOld ? formerly![check.Id] : Found(check));
    }

    private AuditResult Found(AuditCheck check) => new()
    {
        Check = check,
        At = LookedAt,
        Rows = [.. FindingsFor(check).Select(finding => new AuditRow(finding, ""))],
    };

    private void See(string key, Finding finding)
    {
        formerly = Checks.ToDictionary(check => check.Id, Found, StringComparer.Ordinal);
        var now = DateTimeOffset.FromUnixTimeSeconds(world.Agenda.Now.ToUnixTimeSeconds());
        LookedAt = now > LookedAt + BetweenLooks ? now : LookedAt + BetweenLooks;
        world.Trace.Record(world.Agenda.Now, 0, "advisor sees", key, () => finding.Status.ToString());
        if (finding.Status is FindingStatus.Ok)
            findings.Remove(key);
        else
            findings[key] = finding;
    }

    private void Notify(AuditCheck check, Finding finding)
    {
        if (finding.Suppressed || world.Chance.Happens(world.Odds.Unnotified))
            return;
        var id = string.Create(
            CultureInfo.InvariantCulture, $"{++notifications:x8}-0000-4000-9000-{world.Plan.Seed & 0xffffffffffff:x12}");
        var status = finding.Status switch { FindingStatus.Ok => "OK", FindingStatus.Warning => "WARN", _ => "ERROR" };
        var at = LookedAt.AddSeconds(world.Chance.Below(5));
        world.Bus.Publish(new EventAccount
        {
            Number = notifications,
            Id = id,
            Subject = $"{check.Id}/{finding.Resource}",
            Observation = $"{check.Id}/{finding.Resource} {id}",
            At = at,
            IsState = true,
            Meaning = finding.Status is FindingStatus.Ok ? EventMeaning.Resolved : EventMeaning.Firing,
            Function = FunctionName.HealthFunction,
            Payload = Shapes.Advisor(check.Name, finding.Resource, finding.Region, id, status, at),
        });
    }

    private IEnumerable<Finding> FindingsFor(AuditCheck check) => findings
        .Where(pair => pair.Key.StartsWith(check.Id, StringComparison.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Value);
}

/// <summary>Trusted Advisor across a process's boundary.</summary>
internal sealed class BoundaryAdvisor(Advisor advisor, IBoundary boundary) : IAdvisor
{
    public Task<AdvisorListing> ListAsync(CancellationToken cancellationToken) =>
        boundary.CallAsync<AdvisorListing>(
            "advisor.list", "", () => new AdvisorListing.Checks(Advisor.Checks), null, cancellationToken);

    public Task<RefreshResult> RefreshAsync(AuditCheck check, CancellationToken cancellationToken) =>
        boundary.CallAsync("advisor.refresh", check.Id, () => RefreshResult.Asked, _ => RefreshResult.Failed, cancellationToken);

    public Task<AdvisorResult> ReadAsync(AuditCheck check, CancellationToken cancellationToken) =>
        boundary.CallAsync("advisor.read", check.Id, () => advisor.Read(check), Failed, cancellationToken);

    private static AdvisorResult Failed(FaultKind fault) => new AdvisorResult.Failed(fault.ToString());
}
