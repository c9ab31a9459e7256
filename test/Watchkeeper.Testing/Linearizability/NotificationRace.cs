using CsCheck;
using Watchkeeper.Notification;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Watchkeeper.Text;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>An operation on a row of the notification log.</summary>
public enum NotificationAct
{
    /// <summary>Claim it.</summary>
    Claim,

    /// <summary>Settle the last claim: every delivery was sent.</summary>
    Settle,

    /// <summary>Settle the last claim: one delivery needs a retry.</summary>
    Postpone,

    /// <summary>Record an entry without recipients.</summary>
    Record,

    /// <summary>Add a channel's feedback on one of its messages.</summary>
    Feedback,

    /// <summary>Read it.</summary>
    Read,
}

/// <summary>A step.</summary>
/// <param name="Act">The operation.</param>
/// <param name="Minute">The minute of the call; a claim holds for <paramref name="Held"/> minutes.</param>
/// <param name="Held">The duration of a claim in minutes, at least 1.</param>
public sealed record NotificationStep(NotificationAct Act, int Minute, int Held)
{
    /// <summary>Any step; rows without recipients are rare, because few operations apply to them.</summary>
    public static Gen<NotificationStep> Any { get; } = Gen.Select(
        Gen.Frequency(
            (8, NotificationAct.Claim), (4, NotificationAct.Settle), (4, NotificationAct.Postpone), (1, NotificationAct.Record),
            (4, NotificationAct.Feedback), (2, NotificationAct.Read)),
        Gen.Int[0, 5],
        Gen.Int[1, 4],
        (act, minute, held) => new NotificationStep(act, minute, held));
}

/// <summary>One call.</summary>
/// <param name="Act">The operation; both ways of settling are <see cref="NotificationAct.Settle"/>.</param>
/// <param name="Now">The time of the call.</param>
/// <param name="Until">The end of the requested claim.</param>
/// <param name="Row">The row to claim, settle or record; null for a read.</param>
/// <param name="Feedback">The id of the feedback to add.</param>
public sealed record NotificationRequest(
    NotificationAct Act, DateTimeOffset Now, DateTimeOffset Until, NotificationRow? Row, string Feedback = "")
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Act} at {Now:HH:mm} until {Until:HH:mm} {Row} {Feedback}");
}

/// <summary>A row as far as the log's contract goes, comparable by value.</summary>
/// <param name="Claim">The number of claims.</param>
/// <param name="HeldUntil">The end of the claim.</param>
/// <param name="Deliveries">The status of each delivery.</param>
/// <param name="IsSettled">Whether every delivery has ended.</param>
/// <param name="Feedback">The ids of its feedback.</param>
public sealed record NotificationRow(
    int Claim, DateTimeOffset? HeldUntil, string Deliveries, bool IsSettled, string Feedback = "")
{
    /// <summary>Reads a stored row.</summary>
    public static NotificationRow From(NotificationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var deliveries = record.Deliveries.Select(each =>
            FormattableString.Invariant($"{each.Channel.Kind} {each.Status} {each.Attempts} {each.NextAttemptAt:HH:mm}"));
        return new NotificationRow(
            record.Claim, record.HeldUntil, string.Join(", ", deliveries), record.IsSettled,
            string.Concat(record.Feedback.Select(each => each.Id[..4])));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"[claim {Claim} until {HeldUntil:HH:mm}, {Deliveries}; {Feedback}]");
}

/// <summary>The answer to a call; empty members are absent from it.</summary>
/// <param name="Result">The name of the result, or empty.</param>
/// <param name="Row">The row of the answer.</param>
/// <param name="HeldUntil">The end of another client's claim.</param>
public sealed record NotificationAnswer(string Result, NotificationRow? Row = null, DateTimeOffset? HeldUntil = null);

/// <summary>A client of one row. It settles only its own claims, in time or late, and each claim in one way.</summary>
public sealed class NotificationClient(
    INotificationLog log, string alarm, int number, History<NotificationRequest, NotificationAnswer> history,
    CancellationToken cancellationToken)
    : IClient<NotificationStep>
{
    private NotificationRecord? mine;
    private NotificationRecord? settled;

    /// <summary>The sequential model of a log.</summary>
    public static (NotificationRow? State, NotificationAnswer Answer) Model(NotificationRow? row, NotificationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (request.Act)
        {
            case NotificationAct.Claim when row is { IsSettled: true }:
                return (row, new NotificationAnswer("settled", row));
            case NotificationAct.Claim when row?.HeldUntil > request.Now:
                return (row, new NotificationAnswer("held", HeldUntil: row.HeldUntil));
            case NotificationAct.Claim:
                var claimed = (row ?? request.Row!) with { Claim = (row?.Claim ?? 0) + 1, HeldUntil = request.Until };
                return (claimed, new NotificationAnswer("claimed", claimed));
            case NotificationAct.Settle when row?.Claim == request.Row!.Claim:
                return (request.Row with { HeldUntil = null, Feedback = row.Feedback }, new NotificationAnswer("ours"));
            case NotificationAct.Settle:
                return (row, new NotificationAnswer("lost"));
            case NotificationAct.Feedback when row is null:
                return (row, new NotificationAnswer("row-gone"));
            case NotificationAct.Feedback when row.Deliveries.Length == 0:
                return (row, new NotificationAnswer("no-such-delivery"));
            case NotificationAct.Feedback when row.Feedback.Contains(request.Feedback, StringComparison.Ordinal):
                return (row, new NotificationAnswer("duplicate"));
            case NotificationAct.Feedback:
                return (row with { Feedback = row.Feedback + request.Feedback }, new NotificationAnswer("undelivered"));
            case NotificationAct.Record:
                return (row ?? request.Row, new NotificationAnswer(row is null ? "recorded" : "is there"));
            default:
                return (row, new NotificationAnswer("is", row));
        }
    }

    /// <inheritdoc/>
    public Task TakeAsync(NotificationStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Act switch
        {
            NotificationAct.Claim => ClaimAsync(Orders.Now(step.Minute), Orders.Now(step.Minute + step.Held)),
            NotificationAct.Record => AskAsync(NotificationAct.Record, SampleNotifications.Row(alarm), RecordAsync),
            NotificationAct.Feedback => ReportAsync(step.Minute),
            NotificationAct.Read => LookAsync(),
            _ when mine is null => Task.CompletedTask,
            NotificationAct.Settle => SettleAsync(settled ??= SampleNotifications.Sent(mine)),
            _ => SettleAsync(settled ??= SampleNotifications.Retrying(mine, Orders.Now(step.Minute))),
        };
    }

    /// <inheritdoc/>
    public Task LookAsync() => AskAsync(NotificationAct.Read, null, async _ =>
    {
        NotificationRow? found = null;
        await foreach (var row in log.ListAsync(SampleNotifications.Row(alarm).Entry.Incident.Id, cancellationToken))
            found = found is null ? NotificationRow.From(row) : throw new InvalidOperationException("one row is listed twice");
        return new NotificationAnswer("is", found);
    });

    private Task<NotificationAnswer> ClaimAsync(DateTimeOffset now, DateTimeOffset until)
    {
        var fresh = SampleNotifications.Pending(alarm);
        return history.AskAsync(
            number,
            new NotificationRequest(NotificationAct.Claim, now, until, NotificationRow.From(fresh)),
            async () =>
            {
                var result = await log.ClaimAsync(fresh, now, until, cancellationToken);
                if (result is ClaimResult.Claimed won)
                    (mine, settled) = (won.Record, null);
                return result switch
                {
                    ClaimResult.Claimed claimed => new NotificationAnswer("claimed", NotificationRow.From(claimed.Record)),
                    ClaimResult.Held held => new NotificationAnswer("held", HeldUntil: held.Until),
                    ClaimResult.Settled done => new NotificationAnswer("settled", NotificationRow.From(done.Record)),
                    _ => throw new InvalidOperationException($"{result} is no answer"),
                };
            });
    }

    private Task<NotificationAnswer> ReportAsync(int minute)
    {
        var row = SampleNotifications.Pending(alarm);
        var feedback = SampleNotifications.Feedback(row, id: $"{minute}");
        return history.AskAsync(
            number,
            new NotificationRequest(NotificationAct.Feedback, default, default, null, feedback.Id[..4]),
            async () =>
            {
                var result = await log.AddFeedbackAsync(row.Entry.Incident.Id, row.Entry.Key, feedback, cancellationToken);
                return new NotificationAnswer(result.Reason.ToKebabCase());
            });
    }

    private Task<NotificationAnswer> SettleAsync(NotificationRecord record) => AskAsync(
        NotificationAct.Settle,
        record,
        async row => new NotificationAnswer(await log.SettleAsync(row!, cancellationToken) ? "ours" : "lost"));

    private async Task<NotificationAnswer> RecordAsync(NotificationRecord? row) =>
        new(await log.RecordAsync(row!, cancellationToken) ? "recorded" : "is there");

    private Task<NotificationAnswer> AskAsync(
        NotificationAct act, NotificationRecord? row,
        Func<NotificationRecord?, Task<NotificationAnswer>> send) => history.AskAsync(
        number, new NotificationRequest(act, default, default, row is null ? null : NotificationRow.From(row)), () => send(row));
}
