using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>A normalised signal as JSON. Texts in it are untrusted.</summary>
internal sealed record SignalLine
{
    /// <summary>Its identity; redeliveries have the same.</summary>
    public string? Id { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>firing, resolved, no-data or gone; null if the cause is no signal.</summary>
    public string? Condition { get; init; }

    /// <summary>state or event; null if the row does not say.</summary>
    public string? Nature { get; init; }

    /// <summary>When the source saw it.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The source's own words.</summary>
    public required string Description { get; init; }

    /// <summary>alarm, trail, health …</summary>
    public required string Source { get; init; }

    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The alarm's name, the detection's id …</summary>
    public required string Name { get; init; }

    /// <summary>The account.</summary>
    public required string Account { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The affected resource.</summary>
    public required string Resource { get; init; }

    /// <summary>The part of the application.</summary>
    public required string Service { get; init; }

    /// <summary>The labels by name.</summary>
    public required ImmutableSortedDictionary<string, string> Labels { get; init; }

    /// <summary>The severity that the source declares; null if it declares none.</summary>
    public string? DeclaredSeverity { get; init; }

    /// <summary>The severity by its rule; null without one.</summary>
    public string? RuleSeverity { get; init; }

    /// <summary>A complete signal.</summary>
    public static SignalLine From(Signal signal) =>
        About(signal.Subject, signal.OccurredAt, signal.Reason) with
        {
            Id = signal.Id,
            Condition = signal.Condition.ToKebabCase(),
            Nature = signal.Nature.ToKebabCase(),
            DeclaredSeverity = signal.DeclaredSeverity?.ToKebabCase(),
            RuleSeverity = signal.RuleSeverity?.ToKebabCase(),
        };

    /// <summary>What an entry says of its cause. Entries about people's actions and of earlier versions hold no signal.</summary>
    public static SignalLine From(TimelineEntry entry) => entry.Change is { Signal: { } signal }
        ? From(signal)
        : About(entry.Incident.Subject, entry.Change?.OccurredAt ?? entry.At, entry.Change?.Description ?? "") with
        {
            Condition = entry.Change is { } change ? ConditionOf(change.Reason) : null,
        };

    private static string? ConditionOf(DecisionReason reason) => reason switch
    {
        DecisionReason.Opened or DecisionReason.Reopened or DecisionReason.Repeated or DecisionReason.Escalated
            or DecisionReason.AnotherAct or DecisionReason.Late => SignalCondition.Firing.ToKebabCase(),
        DecisionReason.Resolved => SignalCondition.Resolved.ToKebabCase(),
        DecisionReason.SourceGone => SignalCondition.Gone.ToKebabCase(),
        DecisionReason.NoData => SignalCondition.NoData.ToKebabCase(),
        _ => null,
    };

    private static SignalLine About(Subject subject, DateTimeOffset at, string words) => new()
    {
        Title = subject.Title,
        OccurredAt = at,
        Description = words,
        Source = subject.Source.ToKebabCase(),
        Kind = subject.Kind.ToKebabCase(),
        Name = subject.Name,
        Account = subject.Account,
        Region = subject.Region,
        Resource = subject.Resource,
        Service = subject.Service,
        Labels = subject.Labels.ToImmutableSortedDictionary(label => label.Key, label => label.Value, StringComparer.Ordinal),
    };
}
