using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Muting;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Silencing;

/// <summary><c>silence extend</c> and <c>silence expire</c>: the result of the write is the answer.</summary>
internal sealed class ChangeSilenceRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    private readonly SilenceFinder finder = new(store.Silences);

    /// <summary>Lets a silence last longer.</summary>
    /// <exception cref="AskException">The id means no silence, or AWS does not say who acts.</exception>
    public async Task<Answer> ExtendAsync(ChangeOptions options, CancellationToken cancellationToken)
    {
        var limits = await SilenceLimitsInForce.ReadAsync(store, screen, cancellationToken);
        return await RunAsync(
            options,
            (before, who, now) => SilenceChange.Extend(before, options.For, options.Until, who, now, limits),
            (after, now) => (
                "extended", $"silenced until {Moment.Full(after.EndsAt)} ({DurationText.Write(after.EndsAt - now)} from now)"),
            before => options.Command.Of(before, options.For, options.Until),
            cancellationToken);
    }

    /// <summary>Ends a silence now.</summary>
    /// <exception cref="AskException">The id means no silence, or AWS does not say who acts.</exception>
    public Task<Answer> ExpireAsync(ChangeOptions options, CancellationToken cancellationToken) => RunAsync(
        options,
        SilenceChange.Expire,
        (_, _) => ("expired", "ended; what still fires is told within a minute"),
        _ => null,
        cancellationToken);

    private async Task<Answer> RunAsync(
        ChangeOptions options,
        Func<Silence, string, DateTimeOffset, SilenceDraftResult> change,
        Func<Silence, DateTimeOffset, (string Result, string Message)> describe,
        Func<Silence, string?> commandAfterEnd,
        CancellationToken cancellationToken)
    {
        var who = await options.Actor.ReadAsync(store, cancellationToken);
        var before = await finder.FindAsync(options.Id, cancellationToken);
        var now = time.GetUtcNow();
        if (before.IsOverAt(now))
            return Show(options, who, "ended", EndOf(before, now), before, commandAfterEnd(before));
        var wanted = change(before, who, now);
        if (wanted is SilenceDraftResult.Invalid invalid)
        {
            SilenceProblemText.Note(screen, invalid.Problems);
            return Answer.Unclear;
        }

        var after = ((SilenceDraftResult.Valid)wanted).Silence;
        switch (await store.Silences.ReplaceAsync(before, after, now, cancellationToken))
        {
            case SilenceWriteResult.Written written:
                var (result, message) = describe(written.Silence, now);
                return Show(options, who, result, message, written.Silence);
            case SilenceWriteResult.Overtaken overtaken:
                var found = overtaken.Silence ?? await finder.FindAsync(before.Id, cancellationToken);
                return Show(options, who, "overtaken", OvertakenBy(found, now), found);
            default:
                throw new InvalidOperationException("no such result is known");
        }
    }

    private Answer Show(
        ChangeOptions options, string who, string result, string message, Silence silence, string? command = null)
    {
        var answer = result is "extended" or "expired" ? Answer.Yes : Answer.No;
        if (options.AsJson)
        {
            screen.Raw(JsonSerializer.Serialize(
                new ChangedLine
                {
                    Result = result,
                    Actor = who,
                    Message = message,
                    Silence = SilenceLine.From(silence, time.GetUtcNow()),
                    Command = command,
                },
                SilencingLines.Of.ChangedLine));
        }

        var text = $"{silence.Id}  {silence.Text}: {message}";
        if (answer is not Answer.Yes)
            screen.Note(command is null || options.AsJson ? text : $"{text}; a new one with the same matchers:");
        else if (!options.AsJson)
            screen.Line(text);
        // Alone on its line, so that a copy has nothing else.
        if (command is not null && !options.AsJson)
            screen.Raw(command);
        return answer;
    }

    private static string EndOf(Silence silence, DateTimeOffset now)
    {
        var by = silence.ChangedBy is { } who && silence.ChangedAt == silence.EndsAt ? $", by {who}" : "";
        return $"ended {Moment.Ago(silence.EndsAt, now)}{by}";
    }

    private static string OvertakenBy(Silence silence, DateTimeOffset now)
    {
        var what = silence.IsOverAt(now) ? "ended it" : $"made it last until {Moment.Full(silence.EndsAt)}";
        return $"{silence.ChangedBy ?? silence.By} {what} {Moment.Ago(silence.ChangedAt, now)}; nothing was changed";
    }
}
