using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Text;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// A threshold's incident exists if and only if some window of its accepted events holds enough different values, in whichever
/// order, how often and how late they came. Each delivery of an event is given the same answer.
/// </summary>
internal sealed class ThresholdsHold : Invariant
{
    // Of the detection roles-tried.
    private const int Count = 5;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private static readonly string Below = DecisionReason.BelowThreshold.ToKebabCase();

    private readonly Dictionary<string, List<EventAccount>> accepted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> opened = new(StringComparer.Ordinal);

    public override string Name => "I3 thresholds hold";

    public override void Accepted(EventAccount account)
    {
        if (account.Meaning is not EventMeaning.Counted)
            return;
        if (!accepted.TryGetValue(account.Subject, out var events))
            accepted[account.Subject] = events = [];
        events.Add(account);
    }

    public override void SlotChanged(Slot? before, Slot after, int bytes)
    {
        if (World.Accounts.ById(after.Last.EventId) is not { Meaning: EventMeaning.Counted } account)
            return;
        opened.Add(account.Subject);
        if (!IsReached(accepted[account.Subject], account))
            Broken($"{account} made {after.Last.Reason} of {after.Fingerprint}, and no window with it holds enough");
    }

    public override void Answered(EventAccount account, IntakeResult result)
    {
        if (account.Meaning is not EventMeaning.Counted)
            return;
        var isReached = result.Reason != Below;
        if (!answers.TryAdd(account.Id, isReached) && answers[account.Id] != isReached)
            Broken($"{account} came again and was answered «{result.Reason}», and otherwise before");
    }

    public override void Rested()
    {
        foreach (var (prowler, events) in accepted)
        {
            // Whether an event counts whose invocations all failed, depends on how far the last of them came.
            var counted = events.Where(account => answers.ContainsKey(account.Id)).ToList();
            if (!opened.Contains(prowler) && counted.Any(account => IsReached(counted, account)))
                Broken($"a window of {prowler}'s {counted.Count} events holds enough, and there is no incident");
        }
    }

    private static bool IsReached(List<EventAccount> events, EventAccount account) => events
        .Where(first => first.At <= account.At && account.At - first.At <= Window)
        .Any(first => events.Where(one => one.At >= first.At && one.At - first.At <= Window)
            .Select(one => one.Value).Distinct(StringComparer.Ordinal).Count() >= Count);
}
