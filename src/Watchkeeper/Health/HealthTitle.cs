using NodaTime;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Health;

/// <summary>What a Health event says, in one line: «RDS: maintenance of shop-db on 25 Nov 02:00–06:00 UTC (in 8 days)».</summary>
public static class HealthTitle
{
    /// <summary>The title, of the label <c>awsService</c>, the name, the resource and the planned time.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="chinese">Whether in Chinese; otherwise in English.</param>
    /// <param name="now">The time that years are left out by.</param>
    /// <param name="isAway">Whether to say how far away the planned time is.</param>
    /// <param name="zone">The reader's time zone; UTC if null.</param>
    public static string Create(Subject subject, bool chinese, DateTimeOffset now, bool isAway, DateTimeZone? zone = null)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var service = HealthServices.NameOf(subject.Labels[SubjectLabels.AwsService]);
        var what = What(subject, chinese);
        var title = service.Length == 0 ? what : chinese ? $"{service}：{what}" : $"{service}: {what}";
        if (subject is not { Kind: SignalKind.HealthScheduledChange, PlannedFrom: { } from })
            return title;
        var time = new PlannedTime(from, subject.PlannedUntil, now, zone);
        var away = isAway ? time.Away(chinese) : "";
        title += chinese ? $"，{time.Text(chinese)}" : $" {time.Text(chinese)}";
        return away.Length == 0 ? title : chinese ? $"{title}（{away}）" : $"{title} ({away})";
    }

    private static string What(Subject subject, bool chinese)
    {
        if (HealthEventTypes.Find(subject.Name) is not { } type)
            return Words(subject.Labels[SubjectLabels.AwsService], subject.Name);
        var template = chinese ? type.Chinese : type.English;
        // A part in brackets is left out without a resource; a sentence names the kind of resource instead.
        var thing = template.Contains('[', StringComparison.Ordinal)
            ? HealthThing.OfOrNone(subject, chinese)
            : HealthThing.Of(subject, chinese);
        return TextTemplate.Fill(template, _ => thing);
    }

    // A code that we have no words for, made readable.
    private static string Words(string service, string code) =>
        Without(Without(code, "AWS"), service).Replace('_', ' ').ToLowerInvariant();

    private static string Without(string code, string prefix) =>
        prefix.Length > 0 && code.StartsWith(prefix + "_", StringComparison.OrdinalIgnoreCase)
            ? code[(prefix.Length + 1)..]
            : code;
}
