using System.Collections.Immutable;
using System.Globalization;
using Watchkeeper.Audits;
using Watchkeeper.Simulation.Engine;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Outside;

/// <summary>Trusted Advisor: a few checks, whose findings come and go with the history.</summary>
internal sealed class Advisor(World world)
{
    private const int Resources = 5;
    private readonly Dictionary<string, Finding> findings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> readAt = new(StringComparer.Ordinal);
    private int changes;
    private DateTimeOffset lookedAt = world.Agenda.Now;

    public static ImmutableArray<AuditCheck> Checks { get; } =
    [
        new("HCP4007jGY", "Security Groups - Specific Ports Unrestricted", "security", ["Region", "Security Group ID"]),
        new("Qch7DwouX1", "Low Utilization Amazon EC2 Instances", "cost_optimizing", ["Region/AZ", "Instance ID"]),
    ];

    private static string The => $"{Checks[0].Id}/sg-0";

    /// <summary>Lets one resource change.</summary>
    public void Change(Chance chance)
    {
        var check = chance.Below(Checks.Length);
        var resource = string.Create(CultureInfo.InvariantCulture, $"{(check == 0 ? "sg" : "i")}-{chance.Below(Resources):d17}");
        var key = $"{Checks[check].Id}/{resource}";
        var status = chance.Of(FindingStatus.Ok, FindingStatus.Warning, FindingStatus.Error);
        lookedAt = world.Agenda.Now;
        world.Trace.Say(lookedAt, 0, "advisor sees", key, () => status.ToString());
        if (status is FindingStatus.Ok)
            findings.Remove(key);
        else
            findings[key] = new Finding(resource, status, "eu-central-1", resource, chance.Happens(100_000));
    }

    /// <summary>Lets one resource, always the same, be rated.</summary>
    public void Rate(FindingStatus status)
    {
        changes++;
        lookedAt = world.Agenda.Now;
        world.Trace.Say(lookedAt, 0, "advisor sees", The, () => status.ToString());
        if (status is FindingStatus.Ok)
            findings.Remove(The);
        else
            findings[The] = new Finding("sg-0", status, "eu-central-1", "sg-0", findings.GetValueOrDefault(The)?.Suppressed ?? false);
    }

    /// <summary>Lets somebody leave that resource out, or take it in again; the check does not look again for that.</summary>
    public void LeaveOut(bool isLeftOut)
    {
        changes++;
        world.Trace.Say(world.Agenda.Now, 0, "somebody", The, () => isLeftOut ? "leaves it out" : "takes it in");
        if (findings.TryGetValue(The, out var finding))
            findings[The] = finding with { Suppressed = isLeftOut };
    }

    /// <summary>What is flagged now and left in, by check and resource.</summary>
    public IEnumerable<(AuditCheck Check, Finding Finding)> Flagged =>
        Checks.SelectMany(check => Of(check).Where(finding => !finding.Suppressed).Select(finding => (check, finding)));

    /// <summary>Whether nothing has changed since each check was read last.</summary>
    public bool IsReadAsItIs => Checks.All(check => readAt.GetValueOrDefault(check.Id, -1) == changes);

    public AdvisorReading Read(AuditCheck check)
    {
        readAt[check.Id] = changes;
        return new AdvisorReading.Found(new AuditResult
        {
            Check = check,
            At = lookedAt,
            Rows = [.. Of(check).Select(finding => new AuditRow(finding, ""))],
        });
    }

    private IEnumerable<Finding> Of(AuditCheck check) => findings
        .Where(pair => pair.Key.StartsWith(check.Id, StringComparison.Ordinal))
        .OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => pair.Value);
}

/// <summary>Trusted Advisor over a process's boundary.</summary>
internal sealed class AdvisorPort(Advisor advisor, IBoundary boundary) : IAdvisor
{
    public Task<AdvisorListing> ListAsync(CancellationToken cancellationToken) =>
        boundary.CallAsync<AdvisorListing>(
            "advisor.list", "", () => new AdvisorListing.Checks(Advisor.Checks), null, cancellationToken);

    public Task<RefreshAnswer> RefreshAsync(AuditCheck check, CancellationToken cancellationToken) =>
        boundary.CallAsync("advisor.refresh", check.Id, () => RefreshAnswer.Asked, _ => RefreshAnswer.Failed, cancellationToken);

    public Task<AdvisorReading> ReadAsync(AuditCheck check, CancellationToken cancellationToken) =>
        boundary.CallAsync("advisor.read", check.Id, () => advisor.Read(check), Failed, cancellationToken);

    private static AdvisorReading Failed(FaultKind fault) => new AdvisorReading.Failed(fault.ToString());
}
