using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Muting;

/// <summary>What fires, as matchers and dependencies see it: an active incident, or labels that somebody asks about.</summary>
public sealed record Firing
{
    private static readonly string Alarm = SignalSource.Alarm.ToKebabCase();
    private static readonly string HealthIssue = SignalKind.HealthIssue.ToKebabCase();
    private static readonly ImmutableHashSet<string> Causes = ImmutableHashSet.Create(
        StringComparer.Ordinal, SignalKind.ScalingLimit.ToKebabCase(), SignalKind.StatusCheck.ToKebabCase());

    private Firing()
    {
    }

    /// <summary>The incident's id, or a text that stands for it.</summary>
    public required string Id { get; init; }

    /// <summary>Its labels.</summary>
    public required LabelSet Labels { get; init; }

    /// <summary>Its severity.</summary>
    public required Severity Severity { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its service; empty for none.</summary>
    public string Service => Labels["service"];

    // Symptoms are explained by what lies below them: no intruder, no finding of an audit and no broken machine is one.

    /// <summary>Whether it can be a symptom of trouble elsewhere: an alarm, but not on a status check or a full group.</summary>
    public bool IsSymptom => Labels["source"] == Alarm && !Causes.Contains(Labels["kind"]);

    /// <summary>Whether it can be the trouble of which others are symptoms: an alarm, or an issue of AWS.</summary>
    public bool IsTrouble => Labels["source"] == Alarm || Labels["kind"] == HealthIssue;

    /// <summary>An incident.</summary>
    public static Firing From(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return new Firing
        {
            Id = incident.Id,
            Labels = IncidentLabels.From(incident),
            Severity = incident.Severity,
            OpenedAt = incident.OpenedAt,
            Title = incident.Subject.Title,
        };
    }

    /// <summary>Labels that somebody asks about. Without a source they count as an alarm's, without a severity as the lowest.</summary>
    public static Firing From(LabelSet labels, string id)
    {
        ArgumentNullException.ThrowIfNull(labels);
        return new Firing
        {
            Id = id,
            Labels = labels["source"].Length == 0 ? labels.With("source", Alarm) : labels,
            Severity = Enum.GetValues<Severity>().FirstOrDefault(severity => severity.ToKebabCase() == labels["severity"]),
        };
    }
}
