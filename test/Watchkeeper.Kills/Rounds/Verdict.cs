using System.Collections.Immutable;
using Watchkeeper.Kills.Faults;
using Watchkeeper.Notification;
using Watchkeeper.Reactions;

namespace Watchkeeper.Kills.Rounds;

/// <summary>Judges the outcome of a round.</summary>
internal static class Verdict
{
    /// <summary>Unfinished work that nobody continues.</summary>
    public static ImmutableArray<string> Stuck(Outcome outcome) =>
    [
        .. outcome.Notifications.Where(record => record.HeldUntil is not null || !record.IsSettled)
            .Select(record => $"{record.Entry.Key} held until {record.HeldUntil:O}, due at {record.DueAt:O}, "
                + $"{string.Join(' ', record.Deliveries.Select(each => each.Status))}"),
        .. outcome.Reactions.Where(reaction => reaction.Status is ReactionStatus.Started)
            .Select(reaction => $"{reaction.Step} is started"),
    ];

    /// <summary>The number of sent messages beyond one for each delivery that the table calls sent.</summary>
    public static int Duplicates(Outcome outcome, PassageLog log) => log.Sent.Count() - Deliveries(outcome).Count();

    /// <summary>Deliveries that the table calls sent, without a message.</summary>
    public static IEnumerable<string> Undelivered(Outcome outcome, PassageLog log)
    {
        // Each notification has an identity of its own, so equal ones mean the same notification.
        var sent = Deliveries(outcome).Count();
        var messages = log.Sent.Select(passage => (passage.Request.Operation, passage.Request.Identity)).Distinct().Count();
        if (messages != sent)
            yield return $"{sent} deliveries are called sent, {messages} different messages went out";
    }

    /// <summary>Reactions that were called more than once, or whose row does not state the outcome of the call.</summary>
    public static IEnumerable<string> Reactions(Outcome outcome, PassageLog log)
    {
        var calls = log.Reactions.Count();
        if (calls > outcome.Reactions.Length)
            yield return $"{calls} calls of {outcome.Reactions.Length} reactions";
        foreach (var reaction in outcome.Reactions)
        {
            var right = calls > 0 ? ReactionStatus.Done : ReactionStatus.Unknown;
            if (reaction.Status is not ReactionStatus.Started && reaction.Status != right)
                yield return $"{reaction.Step} is {reaction.Status} after {calls} calls: {reaction.Detail}";
            if (calls == 0 && log.Kills == 0)
                yield return $"{reaction.Step} was never called";
        }
    }

    private static IEnumerable<Delivery> Deliveries(Outcome outcome) =>
        outcome.Notifications.SelectMany(record => record.Deliveries).Where(each => each.Status is DeliveryStatus.Sent);
}
