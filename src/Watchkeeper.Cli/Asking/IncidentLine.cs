using System.Collections.Immutable;
using Watchkeeper.Queries;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>One incident as <c>--output json</c> and <c>csv</c> print it. The names are stable.</summary>
internal sealed record IncidentLine
{
    /// <summary>The whole id.</summary>
    public required string Id { get; init; }

    /// <summary>info, low, medium, high or critical.</summary>
    public required string Severity { get; init; }

    /// <summary>open, acknowledged or resolved.</summary>
    public required string Status { get; init; }

    /// <summary>When it began, by the source's clock.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ended; null while it is active.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The part of the application; empty without one.</summary>
    public required string Service { get; init; }

    /// <summary>One line that describes it; untrusted text.</summary>
    public required string Title { get; init; }

    /// <summary>Who acknowledged it.</summary>
    public string? AcknowledgedBy { get; init; }

    /// <summary>When it was acknowledged.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>
    /// What keeps it quiet: why nobody was notified of its last transition, or a silence that holds now; null if nothing does.
    /// </summary>
    public string? Quiet { get; init; }

    /// <summary>mute-rule, suppressed or actions-disabled; null without a mute.</summary>
    public string? Mute { get; init; }

    /// <summary>The mute rule's ARN, or why the alarm is suppressed.</summary>
    public string? MutedBy { get; init; }

    /// <summary>When the mute ends, if that is known.</summary>
    public DateTimeOffset? MutedUntil { get; init; }

    /// <summary>alarm, trail, audit or health.</summary>
    public required string Source { get; init; }

    /// <summary>The kind of its signals.</summary>
    public required string Kind { get; init; }

    /// <summary>The alarm's name, the detection's id, the check's name.</summary>
    public required string Name { get; init; }

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The affected resource.</summary>
    public required string Resource { get; init; }

    /// <summary>Number of recorded signals.</summary>
    public required int Signals { get; init; }

    /// <summary>How often it came back.</summary>
    public required int Reopenings { get; init; }

    /// <summary>Why it changed last.</summary>
    public required string LastReason { get; init; }

    /// <summary>When it changed last, by Watchkeeper's clock.</summary>
    public required DateTimeOffset LastChangeAt { get; init; }

    /// <summary>The words of its last change; untrusted text.</summary>
    public required string Description { get; init; }

    /// <summary>The other labels.</summary>
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>The line of an incident.</summary>
    public static IncidentLine From(IncidentSnapshot snapshot, string? quiet)
    {
        var (incident, subject) = (snapshot.Incident, snapshot.Incident.Subject);
        return new IncidentLine
        {
            Id = incident.Id,
            Severity = incident.Severity.ToKebabCase(),
            Status = incident.Status.ToKebabCase(),
            OpenedAt = incident.OpenedAt,
            ResolvedAt = incident.ResolvedAt,
            Service = subject.Service,
            Title = subject.Title,
            AcknowledgedBy = incident.AcknowledgedBy,
            AcknowledgedAt = incident.AcknowledgedAt,
            Quiet = quiet,
            Mute = incident.Mute?.Kind.ToKebabCase(),
            MutedBy = incident.Mute?.By,
            MutedUntil = incident.Mute?.Until,
            Source = subject.Source.ToKebabCase(),
            Kind = subject.Kind.ToKebabCase(),
            Name = subject.Name,
            Account = subject.Account,
            Region = subject.Region,
            Resource = subject.Resource,
            Signals = incident.Signals,
            Reopenings = incident.Reopenings,
            LastReason = snapshot.LastReason.ToKebabCase(),
            LastChangeAt = snapshot.LastChange,
            Description = snapshot.Description,
            Labels = subject.Labels.ToImmutableSortedDictionary(
                label => label.Key, label => label.Value, StringComparer.Ordinal),
        };
    }
}
