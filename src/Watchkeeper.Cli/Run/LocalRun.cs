using System.Collections.Immutable;
using Watchkeeper.Cli.Processes;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Run;

/// <summary>Feeds events one after the other, waits until the effects of each are complete, and shows them.</summary>
internal sealed class LocalRun(IBackend backend, LocalBus bus, IRunOutput output, ReplayClock time)
{
    // Incidents are sorted in parts, so that a hundred thousand do not lie in memory at the end.
    private const int MaxSorted = 1_000;

    private readonly SortedSet<string> incidents = new(StringComparer.Ordinal);
    private readonly Dictionary<Outcome, int> outcomes = [];
    private readonly EventEffects consequences = new(new TimelineChanges(backend.Changes), backend.DetailOf);
    private int events;
    private int deadLetters;
    private int unexpected;
    private EventOutcome? quiet;

    /// <summary>The number of events fed so far.</summary>
    public int Events => events;

    /// <summary>Whether the events that follow are broken on purpose, so that their failures are no failure of the run.</summary>
    public bool AreBrokenOnPurpose { get; set; }

    /// <summary>Has the functions of schedules invoked. A story has no minute of its own.</summary>
    public Func<LocalRun, CancellationToken, Task> Sweep { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>Leaves what an earlier run in the same folder did out of what this one shows.</summary>
    public Task BeginAsync(CancellationToken cancellationToken) => consequences.BeginAsync(cancellationToken);

    /// <summary>Feeds one event and waits until its effects are complete; returns what became of each part.</summary>
    public async Task<ImmutableArray<EventOutcome>> FeedAsync(EventFile file, CancellationToken cancellationToken)
    {
        events++;
        if (file.Time is { } happened)
        {
            await PassAsync(happened, cancellationToken);
            time.MoveTo(happened);
        }

        await TimersAsync(cancellationToken);
        backend.Observe(file.Bytes);
        var fed = ImmutableArray.CreateBuilder<EventOutcome>();
        var routing = bus.Route(file.Bytes);
        if (routing.Nobody is { } reason)
            fed.Add(await KeepAsync(file, reason, cancellationToken));
        if (routing.IsHeldBack)
            fed.Add(Became(file, null, Outcome.Ignored, "read-only-call"));
        foreach (var function in routing.Functions)
            fed.AddRange(await InvokeAsync(file, function, cancellationToken));
        await backend.SettleAsync(cancellationToken);
        return Show(file, fed.ToImmutable(), await FollowedAsync(cancellationToken));
    }

    /// <summary>Invokes the function of a schedule and waits until its effects are complete.</summary>
    public async Task TickAsync(string function, ReadOnlyMemory<byte> tick, CancellationToken cancellationToken)
    {
        var answer = await backend.InvokeAsync(function, tick, cancellationToken);
        if (answer.Error is { } error)
            throw new RunException($"{function} failed: {error}");
        await backend.SettleAsync(cancellationToken);
        output.Show(function, time.GetUtcNow(), await FollowedAsync(cancellationToken));
    }

    /// <summary>Delivers the timers of groups whose time has come, and waits until their effects are complete.</summary>
    public async Task TimersAsync(CancellationToken cancellationToken)
    {
        while (await backend.TakeTimersAsync(cancellationToken) is { } timers)
            await TickAsync(timers.Function, timers.Payload, cancellationToken);
    }

    /// <summary>
    /// Moves the clock until a time, from one timer to the next, and from the end of one silence or window to that of the next. Each
    /// is looked at in its own time.
    /// </summary>
    public async Task PassAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (backend.HasRunClock && Next() is { } at && at <= until)
        {
            time.MoveTo(at);
            // The clock passes no real time.
            var now = time.GetUtcNow();
            if (now < at)
                return;
            if (consequences.Ends.Next <= now)
            {
                consequences.Ends.Look(now);
                await Sweep(this, cancellationToken);
            }

            await TimersAsync(cancellationToken);
        }
    }

    private DateTimeOffset? Next() => consequences.Ends.Next is { } end && !(backend.NextTimer < end) ? end : backend.NextTimer;

    /// <summary>Completes the effects of what operators did from other processes.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        if (!await backend.SettleAsync(cancellationToken))
            return;
        output.Show(null, time.GetUtcNow(), await FollowedAsync(cancellationToken));
    }

    /// <summary>Returns the totals of the run.</summary>
    public async Task<RunSummary> SummariseAsync(TimeSpan took, CancellationToken cancellationToken)
    {
        deadLetters += (await backend.NewDeadLettersAsync(cancellationToken)).Length;
        var active = 0;
        var worst = new List<Slot>();
        await foreach (var slot in backend.Slots.ListActiveAsync(cancellationToken))
        {
            active++;
            worst.Add(slot);
            if (worst.Count == MaxSorted)
                worst = [.. Worst(worst)];
        }

        return new RunSummary
        {
            Events = events,
            Outcomes = outcomes.ToImmutableSortedDictionary(
                each => each.Key.ToKebabCase(), each => each.Value, StringComparer.Ordinal),
            Active = active,
            Worst = [.. Worst(worst)],
            Incidents = incidents.Count,
            Messages = consequences.Messages,
            Reactions = consequences.Reactions,
            QuietEvent = quiet?.EventId,
            DeadLetters = deadLetters,
            UnexpectedFailures = unexpected,
            Time = time.GetUtcNow(),
            Took = took,
        };
    }

    private static IEnumerable<Slot> Worst(List<Slot> slots) => slots.OrderByDescending(slot => slot.Incident!.Severity)
        .ThenBy(slot => slot.Incident!.OpenedAt)
        .Take(RunSummary.MaxWorst);

    private async Task<IEnumerable<EventOutcome>> InvokeAsync(
        EventFile file, string function, CancellationToken cancellationToken)
    {
        var answer = await backend.InvokeAsync(function, file.Bytes, cancellationToken);
        // Polling every queue after every event would dominate the run. The run polls when it expects a dead letter, and at the
        // end.
        var some = answer.Error is not null || (answer.Report?.Results.Any(result => result.Path is not null) ?? false);
        var kept = some ? await backend.NewDeadLettersAsync(cancellationToken) : [];
        deadLetters += kept.Length;
        if (answer.Error is { } error)
        {
            return [Became(file, function, Outcome.Failed, error) with { DeadLetter = kept.LastOrDefault() }];
        }

        if (answer.Report is null or { Results.IsEmpty: true })
            return [Became(file, function, Outcome.Ignored, "no-signal")];

        var results = answer.Report.Results;
        foreach (var incident in results.Select(result => result.Incident).OfType<string>())
            incidents.Add(incident);
        return Outcomes(file, function, results, kept);
    }

    // A sweep and an audit open incidents without an event.
    private async Task<ImmutableArray<EventEffect>> FollowedAsync(CancellationToken cancellationToken)
    {
        var followed = await consequences.NewAsync(cancellationToken);
        incidents.UnionWith(followed.Select(each => each.Incident));
        return followed;
    }

    private EventOutcome Became(EventFile file, string? function, Outcome outcome, string reason) => new()
    {
        Time = time.GetUtcNow(),
        EventTime = file.Time,
        File = file.Name,
        Function = function,
        Outcome = outcome,
        Reason = reason,
    };

    private List<EventOutcome> Outcomes(
        EventFile file, string function, ImmutableArray<IntakeResult> results, ImmutableArray<string> kept)
    {
        var next = 0;
        return [.. results.Select(result => Became(file, function, result.Outcome, result.Reason) with
        {
            Path = result.Path,
            Incident = result.Incident,
            Status = result.Status,
            Mute = result.Mute,
            Fingerprint = result.Fingerprint,
            Severity = result.Severity,
            UnknownSeverity = result.UnknownSeverity,
            Title = result.Title,
            EventId = result.EventId is { Length: > 0 } id ? id : null,
            DeadLetter = result.Path is not null && next < kept.Length ? kept[next++] : null,
        })];
    }

    private async Task<EventOutcome> KeepAsync(EventFile file, string reason, CancellationToken cancellationToken)
    {
        var rejection = new Rejection("$.source", reason);
        var kept = backend.Keep(new DeadLetter("template.yaml", rejection, file.Bytes, time.GetUtcNow()));
        deadLetters += (await backend.NewDeadLettersAsync(cancellationToken)).Length;
        return Became(file, null, Outcome.Failed, rejection.Reason) with { Path = rejection.Path, DeadLetter = kept };
    }

    private ImmutableArray<EventOutcome> Show(
        EventFile file, ImmutableArray<EventOutcome> fed, ImmutableArray<EventEffect> followed)
    {
        foreach (var outcome in fed)
        {
            outcomes[outcome.Outcome] = outcomes.GetValueOrDefault(outcome.Outcome) + 1;
            if (outcome.Outcome is Outcome.Failed && !AreBrokenOnPurpose)
                unexpected++;
            // A muted incident says most about why nobody heard of something.
            if (outcome is { EventId.Length: > 0, Outcome: Outcome.Recorded, Mute: not null } && quiet?.Mute is null)
                quiet = outcome;
            else if (outcome is { EventId.Length: > 0, Outcome: Outcome.Suppressed })
                quiet ??= outcome;
        }

        // Shows each effect once: with the event part whose incident it belongs to, or with the last part if none matches.
        var reported = fed.Select(outcome => outcome.EventId).ToHashSet(StringComparer.Ordinal);
        var rest = followed.Where(each => each.Kind is not EffectKind.Incident || !reported.Contains(each.EventId)).ToList();
        var shown = ImmutableArray.CreateBuilder<EventOutcome>(fed.Length);
        foreach (var outcome in fed)
        {
            var own = shown.Count == fed.Length - 1
                ? [.. rest]
                : rest.Where(each => each.Incident == outcome.Incident).ToImmutableArray();
            rest.RemoveAll(own.Contains);
            shown.Add(outcome with { Consequences = own });
        }

        var became = shown.ToImmutable();
        output.Show(file, became);
        return became;
    }
}
