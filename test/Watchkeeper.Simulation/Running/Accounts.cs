using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Signals;
using Watchkeeper.Simulation.Faults;
using Watchkeeper.Simulation.Invariants;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Tables;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Running;

/// <summary>The accounts of one history: the fate of each event and each message, and which invariants to inform.</summary>
internal sealed class Accounts(World world, ImmutableArray<Invariant> invariants) : ITableWatcher
{
    private readonly Dictionary<string, EventAccount> events = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EventAccount> observed = new(StringComparer.Ordinal);
    private readonly HashSet<string> deadLettered = new(StringComparer.Ordinal);
    private readonly Expectations expectations = new(world.Plan.HasChat);
    private readonly Dictionary<(string Incident, string NotificationKey), Lambda.Work?> claimants = [];
    private readonly HashSet<(string Incident, string NotificationKey)> unfinished = [];
    private readonly HashSet<(string Incident, string NotificationKey)> givenUp = [];
    private readonly HashSet<(string Incident, string Step)> started = [];

    public IReadOnlyList<Expectation> Expectations => expectations.All;

    /// <summary>When the last event was answered.</summary>
    public DateTimeOffset LastAnswered { get; private set; }

    /// <summary>The number of unsettled rows of the notification log.</summary>
    public int Unfinished => unfinished.Count;

    /// <summary>One of these rows, for a message.</summary>
    public string AnyUnfinished => string.Join(' ', unfinished.Take(1).Select(key => $"{key.Incident} {key.NotificationKey}: {StateOf(key)}"));

    /// <summary>The number of started reactions without an outcome.</summary>
    public int Started => started.Count;

    public ImmutableArray<Expectation> ExpectationsOf(NotificationRecord record) => expectations.For(NotificationKeys.Of(record));

    public EventAccount? ById(string id) => events.GetValueOrDefault(id) ?? observed.GetValueOrDefault(id);

    /// <summary>Records the state of an alarm, whether or not an event arrives.</summary>
    public void Observed(EventAccount account) => observed.TryAdd(account.ObservationId!, account);

    public bool IsDeadLettered(EventAccount account) => deadLettered.Contains(Convert.ToBase64String(account.Payload));

    public void Accepted(EventAccount account)
    {
        world.Totals.Events++;
        events.TryAdd(account.Id, account);
        foreach (var one in invariants)
            one.Accepted(account);
    }

    public void Answered(EventAccount? account, FunctionName function, ReadOnlyMemory<byte> answer)
    {
        world.Trace.Add(answer.Span);
        if (account is null)
        {
            Audited(function, answer);
            TakeResults(function, answer);
            if (world.Trace.IsRead && function is FunctionName.AdvisorFunction)
                world.Trace.Remark(System.Text.Encoding.UTF8.GetString(answer.Span));
            return;
        }

        LastAnswered = world.Agenda.Now;
        var report = JsonSerializer.Deserialize(answer.Span, FunctionsJson.Default.IntakeReport)!;
        if (report.Results.IsDefaultOrEmpty)
            world.Break("I1 conservation", $"{account} was answered with nothing");
        foreach (var result in report.Results)
        {
            account.End ??= result.Outcome.ToKebabCase();
            if (world.Trace.IsRead)
                world.Trace.Remark($"{account}: {result.Outcome.ToKebabCase()}, {result.Reason}");
            foreach (var one in invariants)
                one.Answered(account, result);
        }
    }

    private void Audited(FunctionName function, ReadOnlyMemory<byte> answer)
    {
        if (function is not FunctionName.AdvisorFunction)
            return;
        var report = JsonSerializer.Deserialize(answer.Span, FunctionsJson.Default.AdvisorReport)!;
        foreach (var one in invariants)
            one.Audited(report);
    }

    private void TakeResults(FunctionName function, ReadOnlyMemory<byte> answer)
    {
        if (function is not FunctionName.FeedbackFunction)
            return;
        foreach (var result in JsonSerializer.Deserialize(answer.Span, FunctionsJson.Default.IntakeReport)!.Results)
            world.Mails.Answered(result);
    }

    public void Left(EventAccount account)
    {
        foreach (var one in invariants)
            one.Left(account);
    }

    /// <summary>Every invocation of an event failed, and the function's dead-letter queue has it.</summary>
    public void GivenUp(EventAccount? account, FunctionName function)
    {
        world.Totals.GivenUpEvents++;
        if (account is not null)
            account.End ??= "given up";
    }

    /// <summary>Records were given up, and the bucket has them.</summary>
    public void GivenUp(FunctionName function, ImmutableArray<StreamEntry> batch, bool isExpired)
    {
        world.Totals.GivenUpRecords += batch.Length;
        world.Trace.Record(world.Agenda.Now, 0, "records given up", function.ToString(), () => batch[0].SequenceNumber);
        foreach (var entry in batch)
        {
            if (entry.Change.Change is not { } change)
                continue;
            if (function is FunctionName.NotifyFunction)
                GiveUp(NotificationKeys.Of(change));
            else if (change is SlotChanged { After.Incident: { } incident })
                started.RemoveWhere(step => step.Incident == incident.Id);
        }

        foreach (var one in invariants)
            one.GivenUp(function, batch, isExpired);
    }

    public void DeadLettered(DeadLetter deadLetter)
    {
        world.Totals.DeadLetters++;
        if (MemoryMarshal.TryGetArray(deadLetter.Payload, out var bytes))
            deadLettered.Add(Convert.ToBase64String(bytes.AsSpan()));
        foreach (var one in invariants)
            one.DeadLettered(deadLetter);
    }

    public void Sent(Channel channel, Message message, string key)
    {
        world.Totals.Messages++;
        var expectation = expectations.ByKey(key);
        if (expectation is not null)
        {
            expectation.Taken++;
            expectation.TakenUnsettled++;
            if (expectation.Taken > 1)
                world.Totals.Repeated++;
            // The sender learns of no acceptance, or only of the second.
            if (world.ActingUnder is FaultKind.DoneUnanswered
                || (world.ActingUnder is FaultKind.DoneTwice && expectation.Taken == 1 + expectation.Ambiguous))
            {
                Doubt(expectation);
            }
        }

        foreach (var one in invariants)
            one.Sent(expectation, message);
    }

    public void Refused(string key)
    {
        if (expectations.ByKey(key) is { } expectation)
            expectation.Refused++;
    }

    /// <summary>A receiver refused an address that had been replaced.</summary>
    public void RefusedForItsAddress(string key)
    {
        if (expectations.ByKey(key) is { } expectation)
            expectation.RefusedAddresses++;
    }

    /// <summary>A receiver was asked to take a message, whatever it answers.</summary>
    public void Asked(ChannelKind kind)
    {
        foreach (var one in invariants)
            one.Asked(kind);
    }

    public void Performed(ReactionAction action)
    {
        world.Totals.Actions++;
        foreach (var one in invariants)
            one.Performed(action);
    }

    public void BatchAnswered(FunctionName function, ImmutableArray<StreamEntry> batch, ReadOnlyMemory<byte> answer, int done)
    {
        var named = BatchAnswer.Named(answer);
        world.Trace.Add((ulong)done);
        foreach (var one in invariants)
            one.BatchAnswered(function, batch, named);
    }

    public void Rested()
    {
        foreach (var account in events.Values.Where(account => account.End is null))
            world.Totals.Unaccounted++;
        foreach (var one in invariants)
            one.Rested();
    }

    public void SlotChanged(Slot? before, Slot after, int bytes)
    {
        world.Totals.Changes++;
        world.Trace.Add((ulong)after.Version);
        world.Trace.Add(after.Last.SignalId);
        if (world.Trace.IsRead)
        {
            world.Trace.Remark(string.Create(
                CultureInfo.InvariantCulture,
                $"{after.Fingerprint} v{after.Version} {after.Last.Reason} by "
                    + $"{ById(after.Last.EventId)?.ToString() ?? "nobody"}: {after.Incident?.Id} {after.Incident?.Status}"));
        }

        if (NotifiableChange.Is(before?.Incident, after) && after.Incident!.Severity >= Severity.High)
        {
            world.Totals.Transitions++;
            expectations.Expect(after.Incident, NotificationKeys.Of(after));
        }

        foreach (var one in invariants)
            one.SlotChanged(before, after, bytes);
    }

    public void Claimed(NotificationRecord? before, NotificationRecord after)
    {
        var key = NotificationKeys.Of(after);
        // No change of the table asks for it: an invariant says whether it may be.
        if (after.Entry.Ending is not null)
            expectations.Expect(after.Entry.Incident, after.Entry.Key, [.. after.Deliveries.Select(delivery => delivery.Channel.Kind)]);
        claimants.TryGetValue(key, out var previous);
        // A claim holder that still runs, or whose last requests are in flight, sends too. Only clocks that disagree can cause
        // that.
        var together = previous is { HasEnded: false } or { IsHurt: true } && world.Odds.Skew > TimeSpan.Zero;
        foreach (var expectation in expectations.For(key))
        {
            // The previous holder may have sent it without recording it; a second message is allowed if a fault hit that holder.
            if (together || (expectation.TakenUnsettled > 0 && previous is { IsHurt: true }))
                Doubt(expectation);
            expectation.TakenUnsettled = 0;
        }

        claimants[key] = world.Actor;
        // Whoever marks a message as given up may die, and be given up too; the bucket has the change.
        if (!givenUp.Contains(key) && after.Deliveries.Any(delivery => delivery.IsToSend))
            unfinished.Add(key);
        foreach (var one in invariants)
            one.Claimed(before, after);
    }

    public void Settled(NotificationRecord before, NotificationRecord after)
    {
        var key = NotificationKeys.Of(after);
        // What is kept back rests until nothing keeps it back, and may then wait for its turn.
        if (!after.Deliveries.Any(delivery => delivery.IsToSend))
            unfinished.Remove(key);
        else if (!givenUp.Contains(key))
            unfinished.Add(key);
        foreach (var expectation in expectations.For(key))
            expectation.TakenUnsettled = 0;
        foreach (var one in invariants)
            one.Settled(before, after);
    }

    public void Recorded(NotificationRecord record)
    {
        foreach (var one in invariants)
            one.Recorded(record);
    }

    public void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
        world.Totals.Changes++;
        if (world.Trace.IsRead)
            world.Trace.Remark($"{after.Incident.Id} {after.Step}: {after.Status} {after.Refusal} {after.Action} {after.Detail}");
        if (after.Status is ReactionStatus.Started)
            started.Add((after.Incident.Id, after.Step));
        else
            started.Remove((after.Incident.Id, after.Step));
        // The message about the incident says what a dry run would do.
        if (after is { Status: not ReactionStatus.Started, Mode: not ReactionMode.DryRun }
            && after.Incident is { Severity: >= Severity.High, Mute: null })
        {
            expectations.Expect(after.Incident, $"N#{after.Step}");
        }

        foreach (var one in invariants)
            one.ReactionChanged(before, after);
    }

    public void Streamed(TableChange change)
    {
        world.Trace.Add(change.Json);
        world.Stream.Take(change);
    }

    private void GiveUp((string, string) key)
    {
        unfinished.Remove(key);
        givenUp.Add(key);
        foreach (var expectation in expectations.For(key))
            expectation.IsGivenUp = true;
    }

    private string StateOf((string Incident, string NotificationKey) key) => string.Join("; ", world.Table.Notifications(key.Incident)
        .Where(row => row.Entry.Key == key.NotificationKey)
        .SelectMany(row => row.Deliveries)
        .Select(each => $"{each.Channel.Kind} {each.Status} {each.NextAttemptAt:HH:mm:ss} {each.Suppression?.Kind} {each.Detail}"));

    private void Doubt(Expectation expectation)
    {
        expectation.Ambiguous++;
        world.Totals.Ambiguous++;
    }
}
