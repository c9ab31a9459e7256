using System.Collections.Immutable;
using CsCheck;
using Watchkeeper.Reactions;
using Watchkeeper.Testing.Stores;

namespace Watchkeeper.Testing.Linearizability;

/// <summary>An operation on the reaction ledger.</summary>
public enum LedgerAct
{
    /// <summary>Reserve a step.</summary>
    Reserve,

    /// <summary>Reserve a step that replaces an instance of the group.</summary>
    Replace,

    /// <summary>Record it as done.</summary>
    Finish,

    /// <summary>Record it as failed.</summary>
    Fail,

    /// <summary>Record it as refused.</summary>
    Refuse,

    /// <summary>Read its row.</summary>
    Read,
}

/// <summary>One call for a reaction's step.</summary>
/// <param name="Act">The operation.</param>
/// <param name="Incident">The incident, which has one step.</param>
/// <param name="Group">The target.</param>
/// <param name="Minute">The minute of the call; a cool-down takes ten.</param>
/// <param name="Known">The number of replacements in the group that the caller knows of.</param>
public sealed record LedgerStep(LedgerAct Act, int Incident, int Group, int Minute, int Known)
{
    /// <summary>Any step: more incidents than the budget allows, over fewer groups.</summary>
    public static Gen<LedgerStep> Any { get; } = Gen.Select(
        Gen.Frequency(
            (3, LedgerAct.Reserve), (3, LedgerAct.Replace), (1, LedgerAct.Finish), (1, LedgerAct.Fail), (1, LedgerAct.Refuse),
            (1, LedgerAct.Read)),
        Gen.Int[0, LedgerClient.Incidents - 1],
        Gen.Int[0, 1],
        Gen.OneOf(0, 9, 10, 20),
        Gen.Int[0, 1],
        (act, incident, group, minute, known) => new LedgerStep(act, incident, group, minute, known));
}

/// <summary>The ledger's state as far as its contract goes.</summary>
/// <param name="Rows">The status of each incident's step.</param>
/// <param name="Cooldowns">The minute in which each group's cool-down ends.</param>
/// <param name="Taken">The part of the hour's budget that is used.</param>
/// <param name="Replaced">The number of reserved replacements of each group.</param>
public sealed record LedgerState(
    ImmutableDictionary<int, string> Rows, ImmutableDictionary<int, int> Cooldowns, int Taken,
    ImmutableDictionary<int, int> Replaced)
{
    /// <summary>The empty ledger.</summary>
    public static LedgerState Empty { get; } =
        new(ImmutableDictionary<int, string>.Empty, ImmutableDictionary<int, int>.Empty, 0, ImmutableDictionary<int, int>.Empty);
}

/// <summary>A client for the steps of a few incidents, which share a budget.</summary>
public sealed class LedgerClient(
    IReactionLedger ledger, string name, int number, History<LedgerStep, string> history, CancellationToken cancellationToken)
    : IClient<LedgerStep>
{
    /// <summary>The number of incidents.</summary>
    public const int Incidents = 4;

    private const int Budget = 2;
    private const int Cooldown = 10;

    /// <summary>The sequential model of a ledger.</summary>
    public static (LedgerState State, string Answer) Model(LedgerState state, LedgerStep request)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(request);
        var there = state.Rows.GetValueOrDefault(request.Incident);
        var replaced = state.Replaced.GetValueOrDefault(request.Group);
        var next = state with { Rows = state.Rows.SetItem(request.Incident, Text(request.Act, request.Group)) };
        return request.Act switch
        {
            LedgerAct.Read => (state, there ?? ""),
            LedgerAct.Refuse => there is null ? (next, "new") : (state, "there"),
            LedgerAct.Finish or LedgerAct.Fail when there == Text(request.Act, request.Group) => (state, "written"),
            LedgerAct.Finish or LedgerAct.Fail => IsStarted(there) ? (next, "written") : (state, "not started"),
            _ when there is not null => (state, there),
            LedgerAct.Reserve when state.Cooldowns.GetValueOrDefault(request.Group) > request.Minute =>
                (state, nameof(ReactionRefusal.Cooldown)),
            _ when state.Taken == Budget => (state, nameof(ReactionRefusal.Budget)),
            LedgerAct.Replace when replaced != request.Known => (state, Superseded(replaced)),
            LedgerAct.Replace =>
                (
                    next with { Replaced = state.Replaced.SetItem(request.Group, replaced + 1), Taken = state.Taken + 1 },
                    "reserved"),
            _ => (
                next with
                {
                    Cooldowns = state.Cooldowns.SetItem(request.Group, request.Minute + Cooldown),
                    Taken = state.Taken + 1,
                },
                "reserved"),
        };
    }

    /// <inheritdoc/>
    public Task TakeAsync(LedgerStep step) => history.AskAsync(number, step, () => SendAsync(step));

    /// <inheritdoc/>
    public async Task LookAsync()
    {
        for (var incident = 0; incident < Incidents; incident++)
            await TakeAsync(new LedgerStep(LedgerAct.Read, incident, 0, 0, 0));
    }

    private async Task<string> SendAsync(LedgerStep step)
    {
        var record = RecordOf(step);
        return step.Act switch
        {
            LedgerAct.Reserve or LedgerAct.Replace => Text(await ledger.ReserveAsync(
                Reacting.Reserve(record, step.Minute, Budget, new Replacements(step.Known, [])) with { BudgetKey = name },
                cancellationToken)),
            LedgerAct.Refuse => await ledger.RecordAsync(record, cancellationToken) ? "new" : "there",
            LedgerAct.Read => Text(await ledger.ReadAsync(record.Incident.Id, record.Step, cancellationToken)),
            _ => await ledger.FinishAsync(record, cancellationToken) ? "written" : "not started",
        };
    }

    private ReactionRecord RecordOf(LedgerStep step)
    {
        var incident = FormattableString.Invariant($"{name}-{step.Incident}");
        var group = FormattableString.Invariant($"{name}-{step.Group}");
        var started = Reacting.Started(incident, group);
        return step.Act switch
        {
            LedgerAct.Reserve => started,
            // Here an incident has one step, whatever the operation.
            LedgerAct.Replace => Reacting.Replacing(incident, group) with { Step = started.Step },
            _ => started with { Status = StatusOf(step.Act), HeldUntil = null },
        };
    }

    private static string Text(ReservationResult result) => result switch
    {
        ReservationResult.Reserved => "reserved",
        ReservationResult.AlreadyThere there => Text(there.Record),
        ReservationResult.Refused refused => refused.Reason.ToString(),
        ReservationResult.Superseded superseded => Superseded(superseded.Current.Version),
        _ => throw new InvalidOperationException($"{result} is no answer"),
    };

    private static string Text(ReactionRecord? record) => record?.Action switch
    {
        ReactionAction.SetDesiredCapacity set => FormattableString.Invariant($"{record.Status} {set.Group[^1]}"),
        ReactionAction.MarkUnhealthy mark => FormattableString.Invariant($"{record.Status} by replacing in {mark.Group[^1]}"),
        _ => "",
    };

    private static string Text(LedgerAct act, int group) => act is LedgerAct.Replace
        ? FormattableString.Invariant($"{StatusOf(act)} by replacing in {group}")
        : FormattableString.Invariant($"{StatusOf(act)} {group}");

    private static string Superseded(int version) => FormattableString.Invariant($"superseded by {version}");

    private static bool IsStarted(string? row) =>
        row?.StartsWith(nameof(ReactionStatus.Started), StringComparison.Ordinal) is true;

    private static ReactionStatus StatusOf(LedgerAct act) => act switch
    {
        LedgerAct.Finish => ReactionStatus.Done,
        LedgerAct.Fail => ReactionStatus.Failed,
        LedgerAct.Refuse => ReactionStatus.Refused,
        _ => ReactionStatus.Started,
    };
}
