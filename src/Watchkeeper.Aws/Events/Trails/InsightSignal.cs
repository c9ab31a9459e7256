using System.Text.Json;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>
/// Creates the signal of an insight: unusual activity that starts and ends («CloudTrail record contents for Insights events for
/// trails» in CloudTrail's user guide).
/// </summary>
internal static class InsightSignal
{
    /// <summary>Reads <c>insightDetails</c>.</summary>
    public static SignalParseResult Create(JsonCursor details, TrailOrigin place)
    {
        var state = details.Member("state").OneOf("Start", "End");
        var type = details.Member("insightType").Text("ApiCallRateInsight or ApiErrorRateInsight");
        var source = details.Member("eventSource").Text("the service that was called");
        var call = details.Member("eventName").Text("the call");
        var error = details.Element.Text("errorCode");
        var api = $"{source.Split('.', 2)[0]}:{call}";
        return new SignalParseResult.Accepted(new Signal
        {
            Id = StableHash.Compute("trail", place.EventId),
            EventId = place.EventId,
            OccurredAt = place.At,
            Condition = state == "Start" ? SignalCondition.Firing : SignalCondition.Resolved,
            Nature = SignalNature.State,
            WasFiring = state == "End",
            Reason = InertText.Shorten(ReasonOf(details.Element), SubjectLimits.Description),
            Subject = SubjectLimits.Bound(new Subject
            {
                Fingerprint = new Fingerprint(
                    $"insight/{place.Account}/{place.Region}/{type}/{source}/{call}/{error}".TrimEnd('/')),
                Source = SignalSource.Trail,
                Kind = SignalKind.Insight,
                Name = InertText.Line(type),
                Title = InertText.Line(type == "ApiErrorRateInsight"
                    ? $"Unusual rate of {(error.Length > 0 ? error : "errors")} from {api}"
                    : $"Unusual rate of calls of {api}"),
                Account = place.Account,
                Region = place.Region,
                Partition = Arn.PartitionOf(place.Region),
                Labels = LabelSet.From(
                [
                    KeyValuePair.Create("api", api),
                    KeyValuePair.Create("errorCode", error),
                    KeyValuePair.Create(SubjectLabels.Actor, TopActor(details.Element)),
                ]),
            }),
        });
    }

    private static string ReasonOf(JsonElement details)
    {
        var statistics = details.Get("insightContext").Get("statistics");
        var now = statistics.Get("insight").Get("average").NumberText();
        var usual = statistics.Get("baseline").Get("average").NumberText();
        var minutes = statistics.Get("insightDuration").NumberText();
        var rate = now.Length > 0 ? $"{now} a minute" : "an unusual rate";
        var length = minutes.Length > 0 ? $" for {minutes} min" : "";
        return usual.Length > 0 ? $"{rate}{length}, usually {usual}" : rate + length;
    }

    private static string TopActor(JsonElement details) => details.Get("insightContext").Get("attributions").Items()
        .Where(attribution => attribution.Text("attribute") == "userIdentityArn")
        .SelectMany(attribution => attribution.Get("insight").Items())
        .Select(top => top.Text("value"))
        .FirstOrDefault("");
}
