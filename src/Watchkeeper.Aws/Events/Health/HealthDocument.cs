using System.Globalization;
using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
using Watchkeeper.Health;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Health;

/// <summary>Reads an AWS Health event. Updates, pages and copies from the backup region belong to one incident.</summary>
internal static class HealthDocument
{
    /// <summary>The source in EventBridge.</summary>
    public const string Source = "aws.health";

    private const string Notification = "accountNotification";
    private const string ScheduledChange = "scheduledChange";

    // Between a page and the first one. The first page is newer, whichever comes first.
    private static readonly TimeSpan PageStep = TimeSpan.FromMilliseconds(1);

    /// <summary>Reads an event of EventBridge.</summary>
    public static SignalParseResult Read(JsonCursor root, DateTimeOffset now)
    {
        root.Member("detail-type").OneOf("AWS Health Event", "AWS Health Abuse Event");
        var envelope = EventBridgeEnvelope.Read(root, Source);
        var detail = envelope.Detail.Element;
        var arn = envelope.Detail.Member("eventArn").Text("the Health event's ARN");
        var category = envelope.Detail.Member("eventTypeCategory").Text("issue, scheduledChange or accountNotification");
        var code = envelope.Detail.Member("eventTypeCode").Text("the type's code");
        var sent = envelope.Time(now);
        var updated = AwsTime.Parse(detail.Text("lastUpdatedTime"));
        var at = updated is { } time && AwsTime.Error(time, now) is null ? time : sent;
        var account = Arn.AccountOrNone(detail.Text("affectedAccount") is { Length: > 0 } affected ? affected : envelope.Account);
        var isOver = IsOver(detail, category, now);
        var entities = HealthEntities.From(detail);
        var isFurtherPage = HealthEntities.IsFurtherPage(detail);
        // A public event is the same for all accounts. Any other ARN may cover several accounts.
        var identity = detail.Text("eventScopeCode") == "PUBLIC" ? arn : $"{arn}/{account}";
        var subject = SubjectOf(detail, arn, category, code, entities, at) with
        {
            Fingerprint = new Fingerprint($"health/{identity}"),
            Account = account,
            Region = RegionOf(detail, arn, envelope.Region, entities.First),
            Partition = Arn.Parse(arn)?.Partition ?? Arn.PartitionOf(envelope.Region),
        };
        return new SignalParseResult.Accepted(new Signal
        {
            Id = StableHash.Compute(
                "health",
                identity,
                detail.Text("communicationId") is { Length: > 0 } communication ? communication : Milliseconds(at),
                detail.Text("page"),
                isOver ? "over" : "on"),
            EventId = InertText.Shorten(envelope.Id, SubjectLimits.LabelValue),
            OccurredAt = isFurtherPage ? at - PageStep : at,
            Condition = isOver ? SignalCondition.Resolved : SignalCondition.Firing,
            // Pages list other resources of the same state, so none makes another one stale.
            Nature = isFurtherPage ? SignalNature.Event : SignalNature.State,
            Reason = HealthText.ReasonOf(detail),
            DeclaredSeverity = entities.Declared.Severity is { } declared
                ? PlannedChange.SeverityAt(subject, now) ?? declared
                : null,
            UnknownSeverity = entities.Declared.Unknown,
            RuleSeverity = isOver ? null : HealthEventTypes.Find(code)?.Severity ?? PlannedChange.SeverityAt(subject, now),
            Subject = SubjectLimits.Bound(subject),
        });
    }

    private static Subject SubjectOf(
        JsonElement detail, string arn, string category, string code, HealthEntities entities, DateTimeOffset at)
    {
        var service = detail.Text("service");
        var isPlanned = category == ScheduledChange;
        var subject = new Subject
        {
            Fingerprint = new Fingerprint(arn),
            Source = SignalSource.Health,
            Kind = HealthEventTypes.IsAboutAbuse(service, code) ? SignalKind.HealthAbuse : KindOf(category),
            Name = InertText.Line(code),
            Title = "",
            Account = "",
            Region = "",
            Resource = entities.First,
            PlannedFrom = isPlanned ? AwsTime.Parse(detail.Text("startTime")) : null,
            PlannedUntil = isPlanned ? PlannedUntil(detail) : null,
            Labels = LabelSet.From(
            [
                KeyValuePair.Create(SubjectLabels.AwsService, service),
                KeyValuePair.Create("category", category),
                KeyValuePair.Create("scope", detail.Text("eventScopeCode")),
                KeyValuePair.Create(SubjectLabels.Entities, entities.Several),
                KeyValuePair.Create(SubjectLabels.ResourceName, entities.Name),
                KeyValuePair.Create(
                    SubjectLabels.Impact, isPlanned && HealthEventTypes.Find(code) is { Stops: true } ? SubjectLabels.Stop : ""),
                KeyValuePair.Create(
                    SubjectLabels.Declared, isPlanned ? entities.Declared.Severity?.ToKebabCase() ?? "" : ""),
            ]),
        };
        return subject with { Title = InertText.Line(HealthTitle.Create(subject, chinese: false, at, isAway: false)) };
    }

    // A notification's end time is its publication time, not the end of the issue.
    private static bool IsOver(JsonElement detail, string category, DateTimeOffset now) =>
        detail.Text("statusCode") == "closed"
        || (category == ScheduledChange && HealthEntities.AreAllResolved(detail))
        || (category != Notification && AwsTime.Parse(detail.Text("endTime")) is { } end && end <= now);

    private static DateTimeOffset? PlannedUntil(JsonElement detail) =>
        AwsTime.Parse(detail.Text("endTime")) ?? AwsTime.Parse(detail.Text("startTime"));

    private static SignalKind KindOf(string category) => category switch
    {
        "issue" => SignalKind.HealthIssue,
        ScheduledChange => SignalKind.HealthScheduledChange,
        _ => SignalKind.HealthNotification,
    };

    // A global event, such as a report of abuse, may name a resource of one region.
    private static string RegionOf(JsonElement detail, string arn, string delivered, string resource)
    {
        var region = detail.Text("eventRegion") is { Length: > 0 } own ? own : Arn.Parse(arn)?.Region ?? delivered;
        return region == "global" ? Arn.Parse(resource)?.Region ?? "" : region;
    }

    private static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}
