using System.Globalization;
using Watchkeeper.Reactions;
using Watchkeeper.Simulation.Lambda;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>The invocation that changes the application has reserved the reaction itself, and acts once.</summary>
internal sealed class ActedOnce : Invariant
{
    private readonly Dictionary<Work, ReactionRecord> reserved = [];
    private readonly HashSet<(string Incident, string Step)> performed = [];

    public override string Name => "I7 acted once";

    public override void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
        if (after.Status is ReactionStatus.Started && World.Actor is { } work)
            reserved[work] = after;
        if (before is not null && before.Status is not ReactionStatus.Started)
            Broken($"{after.Incident.Id} {after.Step} was {before.Status}, and became {after.Status}");
    }

    public override void Performed(ReactionAction action)
    {
        if (World.Actor is not { } work || !reserved.TryGetValue(work, out var record) || record.Action != action)
            Broken($"{action} without a reservation");
        else if (!performed.Add((record.Incident.Id, record.Step)))
            Broken($"{record.Step} of {record.Incident.Id} was carried out again");
    }
}

/// <summary>
/// Reactions act only in mode auto, within the hour's budget, and not on a target that cools down; no group grows beyond its
/// maximum, shrinks, or falls below its healthy percentage.
/// </summary>
internal sealed class WithinGuardRails : Invariant
{
    private readonly Dictionary<string, int> hours = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> targets = new(StringComparer.Ordinal);

    public override string Name => "I7 within guard rails";

    public override void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
        if (before is not null || after.Status is not (ReactionStatus.Started or ReactionStatus.WouldDo))
            return;
        var options = World.Configuration.Reactions;
        var hour = after.PlannedAt.UtcDateTime.ToString("yyyy-MM-dd HH", CultureInfo.InvariantCulture);
        hours[hour] = hours.GetValueOrDefault(hour) + 1;
        if (hours[hour] > options.PerHour)
            Broken(FormattableString.Invariant($"{hours[hour]} reactions in hour {hour}, where {options.PerHour} are allowed"));
        var target = after.Action!.Target;
        if (targets.TryGetValue(target, out var last) && (after.PlannedAt - last).Duration() < options.Cooldown)
            Broken($"{target} was acted on at {last:O} and at {after.PlannedAt:O}");
        targets[target] = after.PlannedAt;
    }

    public override void Performed(ReactionAction action)
    {
        if (World.Configuration.Reactions.Mode is not ReactionMode.Auto)
            Broken($"{action} in mode {World.Configuration.Reactions.Mode}");
        if (World.Configuration.Reactions.Stopped)
            Broken($"{action} while all is stopped");
        switch (action)
        {
            case ReactionAction.SetDesiredCapacity set when World.Scaling.Find(new ReactionTarget.Group(set.Group)) is { } group:
                if (set.To > group.Max)
                    Broken($"{action} where {group.Max} is the most");
                // With clocks that are minutes wrong, cool-downs are in no order.
                if (set.To < group.Desired && World.Plan.Odds.Skew < TimeSpan.FromMinutes(1))
                    Broken($"{action} where there are {group.Desired} already");
                break;
            case ReactionAction.MarkUnhealthy mark when World.Scaling.Find(new ReactionTarget.Group(mark.Group)) is { } group:
                var others = group.Healthy.Count(id => id != mark.Instance);
                if (others * 100 < World.Configuration.Reactions.HealthyPercent * (group.Instances.Count - 1))
                    Broken($"{action} where {others} others of {group.Instances.Count} are in service");
                break;
        }
    }
}
