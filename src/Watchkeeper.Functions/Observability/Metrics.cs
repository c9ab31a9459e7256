using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Watchkeeper's own metrics, in CloudWatch's embedded metric format under the namespace <c>Watchkeeper</c>. Each metric is
/// published with its dimensions and once more without any: CloudWatch does not aggregate custom metrics over dimensions.
/// Dimension values come only from closed sets: CloudWatch bills each new combination as a new metric.
/// </summary>
/// <param name="output">The output.</param>
/// <param name="clock">The clock for timestamps.</param>
/// <param name="function">The function's name in the template.</param>
public sealed class Metrics(LineOutput output, TimeProvider clock, string function)
{
    /// <summary>Counts a decided signal. <paramref name="sinceEvent"/> is the time from the event to the record.</summary>
    public void SignalDecided(SignalSource source, DecisionReason outcome, TimeSpan sinceEvent) =>
        Received(source, outcome.ToKebabCase(), MetricDatum.Time("EventToRecord", sinceEvent, "Source"));

    /// <summary>Counts a rejected event.</summary>
    public void SignalRejected(SignalSource source) => Received(source, "rejected");

    /// <summary>Counts a valid event that requires no action.</summary>
    public void SignalIgnored(SignalSource source) => Received(source, "ignored");

    /// <summary>Counts a match of a staged detection. The ids of detections are a closed set: events cannot add to it.</summary>
    public void StagedMatch(string detection) =>
        Emit([new("Detection", detection)], MetricDatum.One("StagedMatches", "Detection"));

    /// <summary>Counts a match whose caller an exception of the configuration covers.</summary>
    public void ExpectedMatch(string detection) =>
        Emit([new("Detection", detection)], MetricDatum.One("ExpectedMatches", "Detection"));

    /// <summary>Counts an attempt to put applied detections in force that failed.</summary>
    public void DetectionsUnusable() => Emit([], MetricDatum.One("UnusableDetections"));

    /// <summary>Counts a look at the applied configuration that found none that can be used.</summary>
    public void ConfigurationUnusable() => Emit([], MetricDatum.One("UnusableConfigurations"));

    /// <summary>Counts a look at the silences that found what cannot be read.</summary>
    public void SilencesUnusable() => Emit([], MetricDatum.One("UnusableSilences"));

    /// <summary>Counts a signal with an unknown declared severity.</summary>
    public void UnknownSeverity(SignalSource source) =>
        Emit([new("Source", source.ToKebabCase())], MetricDatum.One("UnknownSeverities", "Source"));

    /// <summary>Counts an incident that opened or reopened.</summary>
    public void IncidentOpened(Severity severity) =>
        Emit([new("Severity", severity.ToKebabCase())], MetricDatum.One("IncidentsOpened", "Severity"));

    /// <summary>Counts a resolved incident, whatever ended it.</summary>
    public void IncidentResolved(Severity severity) =>
        Emit([new("Severity", severity.ToKebabCase())], MetricDatum.One("IncidentsResolved", "Severity"));

    /// <summary>
    /// Counts a message to a channel. If the channel accepted the message, also records <paramref name="sinceEvent"/>, the time
    /// from the event to the acceptance; null for a message that something kept back. What was given up counts once more, for one
    /// alarm over channels of all kinds.
    /// </summary>
    public void Send(ChannelKind channel, DeliveryStatus result, TimeSpan? sinceEvent)
    {
        var sends = MetricDatum.One("Sends", "Channel", "Result");
        MetricDimension[] dimensions = [new("Channel", channel.ToKebabCase()), new("Result", result.ToKebabCase())];
        if (result is DeliveryStatus.Sent && sinceEvent is { } since)
            Emit(dimensions, sends, MetricDatum.Time("EventToNotification", since, "Channel"));
        else if (result is DeliveryStatus.Failed)
            Emit(dimensions, sends, MetricDatum.One("FailedSends"));
        else
            Emit(dimensions, sends);
    }

    /// <summary>Counts a mail that SES accepted but that was undeliverable or reported as spam.</summary>
    public void MailFailure(FeedbackKind kind) =>
        Emit([new("Kind", kind.ToKebabCase())], MetricDatum.One("MailFailures", "Kind"));

    /// <summary>Counts a reaction that reached this status. Names outside the catalogue count as <c>other</c>.</summary>
    public void Reaction(string reaction, ReactionStatus outcome)
    {
        var known = ReactionCatalogue.All.Any(one => one.Name == reaction);
        Emit(
            [new("Reaction", known ? reaction : "other"), new("Outcome", outcome.ToKebabCase())],
            MetricDatum.One("Reactions", "Reaction", "Outcome"));
    }

    /// <summary>Counts a sweep's failure on one row, or a failed alarm lookup.</summary>
    public void SweepFailed() => Emit([], MetricDatum.One("SweepFailures"));

    /// <summary>Counts a timer of a group that could not be set.</summary>
    public void TimerFailed() => Emit([], MetricDatum.One("FailedTimers"));

    /// <summary>Counts a dead letter of this function.</summary>
    public void DeadLetter() => Emit([new("Function", function)], MetricDatum.One("DeadLetters", "Function"));

    private void Received(SignalSource source, string outcome, params ReadOnlySpan<MetricDatum> more) =>
        Emit(
            [new("Source", source.ToKebabCase()), new("Outcome", outcome)],
            [MetricDatum.One("SignalsReceived", "Source", "Outcome"), .. more]);

    private void Emit(ReadOnlySpan<MetricDimension> dimensions, params ReadOnlySpan<MetricDatum> data) =>
        output.Write(
            new MetricDocument(clock.GetUtcNow(), dimensions, data), static (writer, document) => document.WriteTo(writer));
}
