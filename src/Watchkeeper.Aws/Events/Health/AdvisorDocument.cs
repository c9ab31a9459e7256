using System.Collections.Immutable;
using Watchkeeper.Audits;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Health;

/// <summary>
/// Reads Trusted Advisor's notification of a refreshed check item. Delivery is best effort, and the scheduled audit finds missed
/// items.
/// </summary>
internal static class AdvisorDocument
{
    /// <summary>The source in EventBridge.</summary>
    public const string Source = "aws.trustedadvisor";

    /// <summary>Reads an event of EventBridge.</summary>
    public static SignalParseResult Read(JsonCursor root, DateTimeOffset now)
    {
        root.Member("detail-type").OneOf("Trusted Advisor Check Item Refresh Notification");
        var envelope = EventBridgeEnvelope.Read(root, Source);
        var check = envelope.Detail.Member("check-name").Text("the check's name");
        var status = envelope.Detail.Member("status").OneOf("OK", "WARN", "ERROR");
        var id = envelope.Detail.Element.Text("resource_id");
        ImmutableArray<KeyValuePair<string, string>> columns = [.. envelope.Detail.Element.Get("check-item-detail").Texts()];
        var region = AuditResource.RegionOf(columns) is { Length: > 0 } column ? column : Arn.Parse(id)?.Region ?? "";
        var resource = AuditResource.From(columns) is { Length: > 0 } named ? named : id;
        var account = Arn.AccountOrNone(envelope.Account);
        var subject = AuditSignal.SubjectFor(
            new Subject
            {
                Fingerprint = AuditFingerprint.Create(account, check, region, resource),
                Source = SignalSource.Audit,
                Kind = status == "ERROR" ? SignalKind.AuditError : SignalKind.AuditWarning,
                Name = InertText.Line(check),
                Title = "",
                Account = account,
                Region = region,
                Partition = Arn.PartitionOf(region),
                Resource = resource,
                Labels = LabelSet.From(
                    [.. CheckFacts.From(columns), KeyValuePair.Create("arn", Arn.Parse(id) is null || id == resource ? "" : id)]),
            },
            envelope.Time(now));
        return new SignalParseResult.Accepted(new Signal
        {
            Id = StableHash.Compute("advisor", envelope.Id),
            EventId = InertText.Shorten(envelope.Id, SubjectLimits.LabelValue),
            OccurredAt = envelope.Time(now),
            Condition = status == "OK" ? SignalCondition.Resolved : SignalCondition.Firing,
            Nature = SignalNature.State,
            Reason = AuditSignal.ReasonOf(Rating(status), AuditDetails.Format(columns)),
            RuleSeverity = AuditSignal.SeverityOf(subject),
            Subject = SubjectLimits.Bound(subject),
        });
    }

    private static ReportedStatus Rating(string status) => status switch
    {
        "OK" => ReportedStatus.Gone,
        "ERROR" => ReportedStatus.Error,
        _ => ReportedStatus.Warning,
    };
}
