using System.Globalization;
using Watchkeeper.Reactions;
using Watchkeeper.Testing.Incidents;

namespace Watchkeeper.Testing.Stores;

/// <summary>Sample rows of the reaction ledger.</summary>
public static class Reacting
{
    /// <summary>A started row; each alarm name has an incident of its own.</summary>
    public static ReactionRecord Started(string alarm = "shop-order-cpu-high", string group = "shop-order-asg") => new()
    {
        Incident = Orders.Opening(alarm).Apply(null).Incident!.Shown(),
        Step = "scale-out.0",
        Reaction = "scale-out",
        Mode = ReactionMode.Auto,
        Status = ReactionStatus.Started,
        Action = new ReactionAction.SetDesiredCapacity(group, 2, 3),
        PlannedAt = Orders.Now(0),
        HeldUntil = Orders.Now(1),
        Trace = "Root=1-67a3f1c2-5e8b0d4a7c9e1f2b3a4d5c6e;Parent=53995c3f42cd8ad8;Sampled=1",
    };

    /// <summary>Started rows of separate incidents, on one group or on one group each.</summary>
    public static ReactionRecord Started(int number, bool oneGroup)
    {
        var name = number.ToString(CultureInfo.InvariantCulture);
        return oneGroup ? Started(name) : Started(name, name);
    }

    /// <summary>A started row of a separate incident: the replacement of an instance.</summary>
    public static ReactionRecord Replacing(string instance, string group = "shop-order-asg") => Started(instance) with
    {
        Step = "replace-instance.0",
        Reaction = "replace-instance",
        Action = new ReactionAction.MarkUnhealthy(group, instance),
    };

    /// <summary>Its reservation, with what the caller knows of replacements; null for nothing.</summary>
    public static Reservation Reserve(ReactionRecord record, int minute = 0, int budget = 10, Replacements? known = null) =>
        Reservation.For(record, new ReactionOptions { PerHour = budget }, known ?? Replacements.None, Orders.Now(minute));
}
