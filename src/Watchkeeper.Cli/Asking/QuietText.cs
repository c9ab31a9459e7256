using Watchkeeper.Incidents;
using Watchkeeper.Muting;
using Watchkeeper.Notification;
using Watchkeeper.Queries;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Asking;

/// <summary>Why an incident is quiet: nobody was notified of its last transition.</summary>
internal static class QuietText
{
    // Repeats cause no transition. More of them than this in a row hide the reason, and an incident is then not marked.
    private const int Entries = 10;

    /// <summary>The reason of the incident's last transition in a few words; null if people were notified of it.</summary>
    public static async Task<string?> OfAsync(IncidentQueries queries, Incident incident, CancellationToken cancellationToken)
    {
        if (incident.Mute is { } mute)
            return Of(mute);
        var (entries, _) = await queries.ReadTimelineAsync(incident.Id, Entries, null, cancellationToken);
        // An operator's action on an incident that nobody heard of says nothing about why nobody heard of it.
        return entries.FirstOrDefault(record => record.Entry.Transition is not null
            && record.Reason is not NotificationReason.NotReported) is { Reason: { } reason } last
            && reason is not NotificationReason.Notify
                ? Of(last, reason)
                : null;
    }

    /// <summary>What keeps a message back in a few words: <c>silence sil-6afd3ee1ddf72a99</c>.</summary>
    public static string Of(Suppression suppression) =>
        $"{suppression.Kind.ToKebabCase().Replace('-', ' ')} {InertText.Line(suppression.By)}".TrimEnd();

    private static string Of(NotificationRecord record, NotificationReason reason) =>
        record.Deliveries.Select(delivery => delivery.Suppression).OfType<Suppression>().FirstOrDefault() is { } suppression
            ? Of(suppression)
            : reason.ToKebabCase();

    /// <summary>A mute in a few words: <c>muted: mute rule deploy</c>.</summary>
    public static string Of(Mute mute) => mute.Kind switch
    {
        MuteKind.MuteRule => $"muted: mute rule {LastPart(mute.By)}".TrimEnd(),
        MuteKind.Suppressed => mute.By.Length == 0 ? "muted: suppressor" : $"muted: suppressor ({mute.By})",
        MuteKind.ActionsDisabled => "muted: actions disabled",
        _ => throw new ArgumentOutOfRangeException(nameof(mute), mute.Kind, null),
    };

    private static string LastPart(string arn) => arn.Split(':', '/')[^1];
}
