using CsCheck;
using Watchkeeper.Notification;
using Watchkeeper.Testing.Incidents;
using Watchkeeper.Testing.Stores;
using Watchkeeper.Text;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>What is tried on a row of the notice log.</summary>
public enum NoticeAct
{
    /// <summary>Claim it.</summary>
    Claim,

    /// <summary>Settle the claim won last: all told.</summary>
    Settle,

    /// <summary>Settle the claim won last: one to be told again.</summary>
    Postpone,

    /// <summary>Write it as one that nobody is told of.</summary>
    Record,

    /// <summary>Add what a channel told of one of its messages.</summary>
    Feedback,

    /// <summary>Read it.</summary>
    Read,
}

/// <summary>A step.</summary>
/// <param name="Act">What is tried.</param>
/// <param name="Minute">When; claims are held for as many minutes as <paramref name="Held"/>.</param>
/// <param name="Held">From 1 on.</param>
public sealed record NoticeStep(NoticeAct Act, int Minute, int Held)
{
    /// <summary>Any step; rows that nobody is told of are rare, since little can happen to them.</summary>
    public static Gen<NoticeStep> Any { get; } = Gen.Select(
        Gen.Frequency(
            (8, NoticeAct.Claim), (4, NoticeAct.Settle), (4, NoticeAct.Postpone), (1, NoticeAct.Record),
            (4, NoticeAct.Feedback), (2, NoticeAct.Read)),
        Gen.Int[0, 5],
        Gen.Int[1, 4],
        (act, minute, held) => new NoticeStep(act, minute, held));
}

/// <summary>One call.</summary>
/// <param name="Act">Which; both ways of settling are <see cref="NoticeAct.Settle"/>.</param>
/// <param name="Now">When it is made.</param>
/// <param name="Until">Until when a claim is to hold.</param>
/// <param name="Row">The row that is claimed, settled or recorded; null where it is read.</param>
/// <param name="Feedback">The id of the feedback that is added.</param>
public sealed record NoticeRequest(NoticeAct Act, DateTimeOffset Now, DateTimeOffset Until, NoticeRow? Row, string Feedback = "")
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Act} at {Now:HH:mm} until {Until:HH:mm} {Row} {Feedback}");
}

/// <summary>A row as far as the log's promises go, comparable by value.</summary>
/// <param name="Claim">Counts claims.</param>
/// <param name="HeldUntil">Until when the claim holds.</param>
/// <param name="Deliveries">How far they are.</param>
/// <param name="IsSettled">Whether all of them have come to their end.</param>
/// <param name="Feedback">The ids of its feedback.</param>
public sealed record NoticeRow(int Claim, DateTimeOffset? HeldUntil, string Deliveries, bool IsSettled, string Feedback = "")
{
    /// <summary>What is told of a stored row.</summary>
    public static NoticeRow Of(NoticeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var deliveries = record.Deliveries.Select(each =>
            FormattableString.Invariant($"{each.Channel.Kind} {each.Status} {each.Attempts} {each.NextAttemptAt:HH:mm}"));
        return new NoticeRow(
            record.Claim, record.HeldUntil, string.Join(", ", deliveries), record.IsSettled, string.Concat(record.Feedback.Select(each => each.Id[..4])));
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"[claim {Claim} until {HeldUntil:HH:mm}, {Deliveries}; {Feedback}]");
}

/// <summary>The answer to a call: one of these, or none where there was none.</summary>
/// <param name="Said">What was said in words, or empty.</param>
/// <param name="Row">The row that came with it.</param>
/// <param name="HeldUntil">Until when another holds it.</param>
public sealed record NoticeAnswer(string Said, NoticeRow? Row = null, DateTimeOffset? HeldUntil = null);

/// <summary>A client of one row, which settles only what it claimed itself, late or early, and each claim in one way.</summary>
public sealed class NoticeClient(
    INoticeLog log, string alarm, int number, History<NoticeRequest, NoticeAnswer> history, CancellationToken cancellationToken)
    : IClient<NoticeStep>
{
    private NoticeRecord? mine;
    private NoticeRecord? settled;

    /// <summary>What a log does with one call after the other.</summary>
    public static (NoticeRow? State, NoticeAnswer Answer) Model(NoticeRow? row, NoticeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (request.Act)
        {
            case NoticeAct.Claim when row is { IsSettled: true }:
                return (row, new NoticeAnswer("settled", row));
            case NoticeAct.Claim when row?.HeldUntil > request.Now:
                return (row, new NoticeAnswer("held", HeldUntil: row.HeldUntil));
            case NoticeAct.Claim:
                var claimed = (row ?? request.Row!) with { Claim = (row?.Claim ?? 0) + 1, HeldUntil = request.Until };
                return (claimed, new NoticeAnswer("claimed", claimed));
            case NoticeAct.Settle when row?.Claim == request.Row!.Claim:
                return (request.Row with { HeldUntil = null, Feedback = row.Feedback }, new NoticeAnswer("ours"));
            case NoticeAct.Settle:
                return (row, new NoticeAnswer("lost"));
            case NoticeAct.Feedback when row is null:
                return (row, new NoticeAnswer("row-gone"));
            case NoticeAct.Feedback when row.Deliveries.Length == 0:
                return (row, new NoticeAnswer("no-such-delivery"));
            case NoticeAct.Feedback when row.Feedback.Contains(request.Feedback, StringComparison.Ordinal):
                return (row, new NoticeAnswer("duplicate"));
            case NoticeAct.Feedback:
                return (row with { Feedback = row.Feedback + request.Feedback }, new NoticeAnswer("undelivered"));
            case NoticeAct.Record:
                return (row ?? request.Row, new NoticeAnswer(row is null ? "recorded" : "is there"));
            default:
                return (row, new NoticeAnswer("is", row));
        }
    }

    /// <inheritdoc/>
    public Task TakeAsync(NoticeStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Act switch
        {
            NoticeAct.Claim => ClaimAsync(Orders.Now(step.Minute), Orders.Now(step.Minute + step.Held)),
            NoticeAct.Record => AskAsync(NoticeAct.Record, Telling.Row(alarm), RecordAsync),
            NoticeAct.Feedback => TellAsync(step.Minute),
            NoticeAct.Read => LookAsync(),
            _ when mine is null => Task.CompletedTask,
            NoticeAct.Settle => SettleAsync(settled ??= Telling.Sent(mine)),
            _ => SettleAsync(settled ??= Telling.Retrying(mine, Orders.Now(step.Minute))),
        };
    }

    /// <inheritdoc/>
    public Task LookAsync() => AskAsync(NoticeAct.Read, null, async _ =>
    {
        NoticeRow? found = null;
        await foreach (var row in log.ListAsync(Telling.Row(alarm).Notice.Incident.Id, cancellationToken))
            found = found is null ? NoticeRow.Of(row) : throw new InvalidOperationException("one row is listed twice");
        return new NoticeAnswer("is", found);
    });

    private Task<NoticeAnswer> ClaimAsync(DateTimeOffset now, DateTimeOffset until)
    {
        var fresh = Telling.Pending(alarm);
        return history.AskAsync(
            number,
            new NoticeRequest(NoticeAct.Claim, now, until, NoticeRow.Of(fresh)),
            async () =>
            {
                var result = await log.ClaimAsync(fresh, now, until, cancellationToken);
                if (result is ClaimResult.Claimed won)
                    (mine, settled) = (won.Record, null);
                return result switch
                {
                    ClaimResult.Claimed claimed => new NoticeAnswer("claimed", NoticeRow.Of(claimed.Record)),
                    ClaimResult.Held held => new NoticeAnswer("held", HeldUntil: held.Until),
                    ClaimResult.Settled done => new NoticeAnswer("settled", NoticeRow.Of(done.Record)),
                    _ => throw new InvalidOperationException($"{result} is no answer"),
                };
            });
    }

    private Task<NoticeAnswer> TellAsync(int minute)
    {
        var row = Telling.Pending(alarm);
        var feedback = Telling.Feedback(row, id: $"{minute}");
        return history.AskAsync(
            number,
            new NoticeRequest(NoticeAct.Feedback, default, default, null, feedback.Id[..4]),
            async () => new NoticeAnswer(Kebab.Of(
                (await log.AddFeedbackAsync(row.Notice.Incident.Id, row.Notice.Key, feedback, cancellationToken)).Reason)));
    }

    private Task<NoticeAnswer> SettleAsync(NoticeRecord record) => AskAsync(
        NoticeAct.Settle,
        record,
        async row => new NoticeAnswer(await log.SettleAsync(row!, cancellationToken) ? "ours" : "lost"));

    private async Task<NoticeAnswer> RecordAsync(NoticeRecord? row) =>
        new(await log.RecordAsync(row!, cancellationToken) ? "recorded" : "is there");

    private Task<NoticeAnswer> AskAsync(NoticeAct act, NoticeRecord? row, Func<NoticeRecord?, Task<NoticeAnswer>> send) => history.AskAsync(
        number, new NoticeRequest(act, default, default, row is null ? null : NoticeRow.Of(row)), () => send(row));
}
