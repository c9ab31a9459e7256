using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// What Watchkeeper counts and times of itself, in CloudWatch's embedded metric format under the namespace <c>Watchkeeper</c>.
/// Each metric is published with its dimensions and once more without any, since CloudWatch adds up no custom metric over its
/// dimensions. Values of dimensions come from closed sets alone: each new combination is a new metric, and is billed.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="clock">For timestamps.</param>
/// <param name="function">The function's name in the template.</param>
public sealed class Metrics(LineOutput output, TimeProvider clock, string function)
{
    /// <summary>A signal was decided about, and recorded <paramref name="sinceEvent"/> after what it tells of happened.</summary>
    public void SignalDecided(SignalSource source, DecisionReason outcome, TimeSpan sinceEvent) =>
        Received(source, outcome.ToKebabCase(), MetricDatum.Time("EventToRecord", sinceEvent, "Source"));

    /// <summary>An event could not be understood.</summary>
    public void SignalRejected(SignalSource source) => Received(source, "rejected");

    /// <summary>An event was understood and held nothing to act on.</summary>
    public void SignalIgnored(SignalSource source) => Received(source, "ignored");

    /// <summary>A signal declares a severity that is none of the known words.</summary>
    public void UnknownSeverity(SignalSource source) =>
        Emit([new("Source", source.ToKebabCase())], MetricDatum.One("UnknownSeverities", "Source"));

    /// <summary>An incident began, or came back.</summary>
    public void IncidentOpened(Severity severity) =>
        Emit([new("Severity", severity.ToKebabCase())], MetricDatum.One("IncidentsOpened", "Severity"));

    /// <summary>An incident ended, whoever or whatever ended it.</summary>
    public void IncidentResolved(Severity severity) =>
        Emit([new("Severity", severity.ToKebabCase())], MetricDatum.One("IncidentsResolved", "Severity"));

    /// <summary>
    /// A message was handed to a channel; <paramref name="sinceEvent"/>, from what it tells of happening to the channel's taking
    /// it, counts where it was taken.
    /// </summary>
    public void Send(ChannelKind channel, DeliveryStatus result, TimeSpan sinceEvent)
    {
        var sends = MetricDatum.One("Sends", "Channel", "Result");
        MetricDimension[] dimensions = [new("Channel", channel.ToKebabCase()), new("Result", result.ToKebabCase())];
        if (result is DeliveryStatus.Sent)
            Emit(dimensions, sends, MetricDatum.Time("EventToNotification", sinceEvent, "Channel"));
        else
            Emit(dimensions, sends);
    }

    /// <summary>A mail that SES took could not be delivered, or was called spam.</summary>
    public void MailFailure(FeedbackKind kind) =>
        Emit([new("Kind", kind.ToKebabCase())], MetricDatum.One("MailFailures", "Kind"));

    /// <summary>A row of the reaction ledger came to this status. Names that are not in the catalogue count as <c>other</c>.</summary>
    public void Reaction(string reaction, ReactionStatus outcome)
    {
        var known = ReactionCatalogue.All.Any(one => one.Name == reaction);
        Emit(
            [new("Reaction", known ? reaction : "other"), new("Outcome", outcome.ToKebabCase())],
            MetricDatum.One("Reactions", "Reaction", "Outcome"));
    }

    /// <summary>A sweep could not deal with a row, or got no answer about alarms.</summary>
    public void SweepFailed() => Emit([], MetricDatum.One("SweepFailures"));

    /// <summary>This function put an event among the dead letters.</summary>
    public void DeadLetter() => Emit([new("Function", function)], MetricDatum.One("DeadLetters", "Function"));

    private void Received(SignalSource source, string outcome, params ReadOnlySpan<MetricDatum> more) =>
        Emit(
            [new("Source", source.ToKebabCase()), new("Outcome", outcome)],
            [MetricDatum.One("SignalsReceived", "Source", "Outcome"), .. more]);

    private void Emit(ReadOnlySpan<MetricDimension> dimensions, params ReadOnlySpan<MetricDatum> data) =>
        output.Write(
            new MetricDocument(clock.GetUtcNow(), dimensions, data), static (writer, document) => document.WriteTo(writer));
}
