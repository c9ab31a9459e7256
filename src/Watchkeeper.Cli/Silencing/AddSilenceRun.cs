using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Muting;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Silencing;

/// <summary><c>silence add</c>: checks a silence, adds it, and says what is quiet now.</summary>
internal sealed class AddSilenceRun(IIncidentStore store, Screen screen, TimeProvider time)
{
    private const int DoubtDays = 7;

    /// <summary>Adds the silence.</summary>
    /// <param name="draft">The silence, without its owner.</param>
    /// <param name="actor">The owner.</param>
    /// <param name="unique">A text that no other silence has.</param>
    /// <param name="asJson">Whether the result is printed as JSON.</param>
    /// <param name="cancellationToken">Ctrl-C.</param>
    /// <exception cref="AskException">AWS does not say who acts.</exception>
    public async Task<Answer> RunAsync(
        SilenceDraft draft, ActorName actor, string unique, bool asJson, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var who = await actor.ReadAsync(store, cancellationToken);
        switch ((draft with { By = who }).Check(now, unique, await SilenceLimitsInForce.ReadAsync(store, screen, cancellationToken)))
        {
            case SilenceDraftResult.Invalid invalid:
                SilenceProblemText.Note(screen, invalid.Problems);
                return Answer.Unclear;
            case SilenceDraftResult.Valid valid:
                SilenceProblemText.Note(screen, valid.Warnings);
                return await AddAsync(valid.Silence, now, asJson, cancellationToken);
            default:
                throw new InvalidOperationException("no such result is known");
        }
    }

    private async Task<Answer> AddAsync(Silence silence, DateTimeOffset now, bool asJson, CancellationToken cancellationToken)
    {
        if (await store.Silences.AddAsync(silence, cancellationToken) is not SilenceWriteResult.Written)
        {
            screen.Note($"Nothing is quiet: another silence has the id {silence.Id} already. Try again.");
            return Answer.No;
        }

        // It holds already: in a storm, to read what it keeps quiet takes a while.
        if (!asJson)
            Show(silence, now);
        var active = await IncidentSample.ReadActiveAsync(store.Queries, cancellationToken);
        var matching = active.Matching(silence.Matchers).ToList();
        var first = QuietIncidents.First(matching);
        if (asJson)
        {
            screen.Raw(JsonSerializer.Serialize(
                new AddedLine
                {
                    Result = "added",
                    Silence = SilenceLine.From(silence, now, silence.IsActiveAt(now) ? matching.Count : 0),
                    Active = active.Incidents.Length,
                    Matched = matching.Count,
                    IsComplete = active.IsComplete,
                    Incidents = first,
                },
                SilencingLines.Of.AddedLine));
        }
        else
        {
            var lead = silence.IsActiveAt(now) ? "quiet now" : "quiet if it had begun";
            QuietIncidents.Show(screen, lead, first, matching.Count, active);
        }

        await NoteDoubtsAsync(silence, active, now, cancellationToken);
        return Answer.Yes;
    }

    private void Show(Silence silence, DateTimeOffset now)
    {
        var begin = silence.IsActiveAt(now) ? "silenced" : $"silenced from {Moment.Full(silence.StartsAt)}";
        var length = DurationText.Write(silence.EndsAt - silence.StartsAt);
        screen.Line($"{silence.Id}  {begin} until {Moment.Full(silence.EndsAt)} ({length}): {silence.Text}");
    }

    // What ended of late is read only for a doubt, because it costs more.
    private async Task NoteDoubtsAsync(
        Silence silence, IncidentSample active, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (active.Labels.Count == 0 || !MatcherDoubts.Of(silence.Matchers, active.Labels, DoubtDays).IsEmpty)
        {
            var ended = await IncidentSample.ReadEndedAsync(store.Queries, now, DoubtDays, cancellationToken);
            foreach (var doubt in MatcherDoubts.Of(silence.Matchers, [.. active.Labels, .. ended.Labels], DoubtDays))
                screen.Note(doubt);
        }
    }
}
