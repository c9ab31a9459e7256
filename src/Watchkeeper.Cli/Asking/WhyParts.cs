using System.Collections.Immutable;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Reactions;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>Builds the chain of one part of an event.</summary>
internal static class WhyParts
{
    /// <summary>The chain of an entry in a timeline.</summary>
    /// <param name="record">The entry with its deliveries.</param>
    /// <param name="now">The incident now.</param>
    /// <param name="reactions">All reactions of the incident.</param>
    /// <param name="routes">The route tree that it was decided under; null if that is not known.</param>
    /// <param name="inForce">The versions of the configurations that the functions decide under now; empty if unknown.</param>
    public static WhyPart From(
        NotificationRecord record, IncidentLine? now,
        ImmutableArray<(ReactionRecord Reaction, NotificationRecord? Message)> reactions, VersionedRoutes? routes,
        ImmutableArray<string> inForce)
    {
        var (entry, incident) = (record.Entry, record.Entry.Incident);
        var reason = record.Reason ?? (record.Deliveries.IsEmpty ? NotificationReason.NothingNew : NotificationReason.Notify);
        return new WhyPart
        {
            DecidedAt = entry.At,
            Signal = SignalLine.From(entry),
            Severity = entry.Change is { Signal: { Condition: SignalCondition.Firing } caused, Severity: { } given }
                ? new WhySeverity(given.ToKebabCase(), SeverityOrigin.Of(caused, given))
                : new WhySeverity(incident.Severity.ToKebabCase(), SeverityOrigin.Of(incident)),
            Decision = entry.Change?.Reason.ToKebabCase() ?? "recorded",
            DecisionMeaning = entry.Change is { } decided ? Meaning.Of(decided.Reason) : Meaning.Of(Outcome.Recorded),
            Configuration = entry.Change?.Configuration,
            ConfigurationInForce = IsInForce(entry.Change?.Configuration, inForce),
            Incident = now,
            Notification = reason.ToKebabCase(),
            NotificationMeaning = reason is NotificationReason.MutedAtSource && incident.Mute is { } mute
                ? $"{Meaning.Of(reason)} ({QuietText.Of(mute)}{Until(mute)})"
                : Meaning.Of(reason),
            WouldNotify = record.WouldNotify,
            Routes = WhyRoutes.From(routes, incident, reason),
            Receivers = [.. record.Deliveries.Select(delivery => delivery.Receiver).Distinct(StringComparer.Ordinal)],
            Deliveries = DeliveryLine.From(record),
            Reactions =
            [
                .. reactions.Where(each => IsCausedBy(each.Reaction, entry))
                    .Select(each => ReactionLine.From(each.Reaction, each.Message)),
            ],
            End = WhyEnd.From(EventEnd.For(record)),
        };
    }

    /// <summary>The chain of a part without an entry.</summary>
    /// <param name="record">What was decided.</param>
    /// <param name="now">The incident in the signal's slot, now.</param>
    /// <param name="inForce">The versions of the configurations that the functions decide under now; empty if unknown.</param>
    public static WhyPart From(EventRecord record, IncidentLine? now, ImmutableArray<string> inForce) => new()
    {
        DecidedAt = record.At,
        Function = record.Function,
        Signal = record.Signal is { } signal ? SignalLine.From(signal) : null,
        Severity = record is { Signal: { } rated, Severity: { } severity }
            ? new WhySeverity(severity.ToKebabCase(), SeverityOrigin.Of(rated, severity))
            : null,
        Decision = record.Reason,
        DecisionMeaning = IgnoredMeaning.Of(record),
        Configuration = record.Configuration,
        ConfigurationInForce = IsInForce(record.Configuration, inForce),
        Path = record.Path,
        Incident = now,
        End = WhyEnd.From(EventEnd.For(record)),
    };

    private static bool? IsInForce(string? version, ImmutableArray<string> inForce) =>
        version is null || inForce.IsEmpty ? null : inForce.Contains(version, StringComparer.Ordinal);

    // A reaction is planned when its incident opens, comes back, or its mute ends.
    private static bool IsCausedBy(ReactionRecord reaction, TimelineEntry entry) =>
        reaction.Incident.Reopenings == entry.Incident.Reopenings
        && (reaction.Step.EndsWith(".unmuted", StringComparison.Ordinal)
            ? entry.Transition is Transition.MuteEnded
            : entry.Transition is Transition.Opened or Transition.Reopened);

    private static string Until(Mute mute) => mute.Until is { } until ? $", until {Moment.Full(until)}" : "";
}
