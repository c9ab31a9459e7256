using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Aws.Events.Envelopes;
using Watchkeeper.Aws.Events.Json;
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
        // A public event is the same for all accounts. Any other ARN may cover several accounts.
        var identity = detail.Text("eventScopeCode") == "PUBLIC" ? arn : $"{arn}/{account}";
        return new SignalParseResult.Accepted(new Signal
        {
            Id = StableHash.Compute(
                "health",
                identity,
                detail.Text("communicationId") is { Length: > 0 } communication ? communication : Milliseconds(at),
                detail.Text("page"),
                isOver ? "over" : "on"),
            EventId = InertText.Shorten(envelope.Id, SubjectLimits.LabelValue),
            OccurredAt = at,
            Condition = isOver ? SignalCondition.Resolved : SignalCondition.Firing,
            Nature = SignalNature.State,
            Reason = HealthText.ReasonOf(detail),
            DeclaredSeverity = entities.Declared.Severity,
            UnknownSeverity = entities.Declared.Unknown,
            Subject = SubjectLimits.Bound(new Subject
            {
                Fingerprint = new Fingerprint($"health/{identity}"),
                Source = SignalSource.Health,
                Kind = KindOf(category),
                Name = InertText.Line(code),
                Title = InertText.Line(HealthText.Title(detail.Text("service"), code)),
                Account = account,
                Region = RegionOf(detail, arn, envelope.Region),
                Partition = Arn.Parse(arn)?.Partition ?? Arn.PartitionOf(envelope.Region),
                Resource = entities.First,
                PlannedUntil = category == ScheduledChange ? PlannedUntil(detail) : null,
                Labels = LabelSet.From(
                [
                    KeyValuePair.Create("awsService", detail.Text("service")),
                    KeyValuePair.Create("category", category),
                    KeyValuePair.Create("scope", detail.Text("eventScopeCode")),
                    KeyValuePair.Create("entities", entities.Several),
                ]),
            }),
        });
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

    private static string RegionOf(JsonElement detail, string arn, string delivered)
    {
        var region = detail.Text("eventRegion") is { Length: > 0 } own ? own : Arn.Parse(arn)?.Region ?? delivered;
        return region == "global" ? "" : region;
    }

    private static string Milliseconds(DateTimeOffset time) =>
        time.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
}

/// <summary>The entities that a Health event affects, as far as this page lists them.</summary>
internal sealed record HealthEntities(string First, int Count, SeverityDeclaration Declared)
{
    /// <summary>The number of entities if more than one; otherwise empty.</summary>
    public string Several => Count > 1 ? Count.ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>
    /// Whether all entities are resolved. AWS keeps planned lifecycle events «upcoming» until their date. A single page of
    /// several does not show this.
    /// </summary>
    public static bool AreAllResolved(JsonElement detail)
    {
        ImmutableArray<JsonElement> entities = [.. detail.Get("affectedEntities").Items()];
        return entities.Length > 0 && detail.Text("totalPages") is "" or "1"
            && entities.All(entity => entity.Text("status") == "RESOLVED");
    }

    /// <summary>Reads <c>affectedEntities</c>. The highest severity that an entity's tags declare applies.</summary>
    public static HealthEntities From(JsonElement detail)
    {
        ImmutableArray<JsonElement> entities = [.. detail.Get("affectedEntities").Items()];
        var named = entities.Select(entity => entity.Text("entityValue")).Where(value => value is not ("" or "UNKNOWN"));
        return new HealthEntities(
            named.FirstOrDefault(""),
            named.Count(),
            entities.Select(entity => SeverityDeclaration.FromTags(entity.Get("tags").Texts()))
                .Aggregate(default(SeverityDeclaration), (all, one) => all.And(one)));
    }
}
