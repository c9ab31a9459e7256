using System.Collections.Immutable;
using Watchkeeper.DeadLetters;
using Watchkeeper.Functions.Hosting;
using Watchkeeper.Functions.Reports;
using Watchkeeper.Incidents;
using Watchkeeper.Notification;
using Watchkeeper.Notification.Rendering;
using Watchkeeper.Reactions;
using Watchkeeper.Routing;
using Watchkeeper.Simulation.Outside;
using Watchkeeper.Simulation.Running;

namespace Watchkeeper.Simulation.Invariants;

/// <summary>
/// One promise, checked at each step that could break it. It observes what happened in the world, not what a function believes.
/// </summary>
internal abstract class Invariant
{
    /// <summary>Its name, which identifies failures; begins with its number in the fault plan.</summary>
    public abstract string Name { get; }

    /// <summary>The world under observation.</summary>
    public World World { get; set; } = null!;

    public virtual void Accepted(EventAccount account)
    {
    }

    public virtual void Left(EventAccount account)
    {
    }

    public virtual void Answered(EventAccount account, IntakeResult result)
    {
    }

    /// <summary>An audit has ended.</summary>
    public virtual void Audited(AdvisorReport report)
    {
    }

    public virtual void SlotChanged(Slot? before, Slot after, int bytes)
    {
    }

    public virtual void Claimed(NotificationRecord? before, NotificationRecord after)
    {
    }

    public virtual void Recorded(NotificationRecord record)
    {
    }

    public virtual void Settled(NotificationRecord before, NotificationRecord after)
    {
    }

    public virtual void DeadLettered(DeadLetter deadLetter)
    {
    }

    public virtual void ReactionChanged(ReactionRecord? before, ReactionRecord after)
    {
    }

    public virtual void Sent(Expectation? expectation, Message message)
    {
    }

    /// <summary>A receiver was asked to take a message, whatever it answers.</summary>
    public virtual void Asked(ChannelKind kind)
    {
    }

    public virtual void Performed(ReactionAction action)
    {
    }

    public virtual void BatchAnswered(
        FunctionName function, ImmutableArray<StreamEntry> batch, ImmutableArray<string> named)
    {
    }

    public virtual void GivenUp(FunctionName function, ImmutableArray<StreamEntry> batch, bool isExpired)
    {
    }

    /// <summary>Everything is at rest.</summary>
    public virtual void Rested()
    {
    }

    /// <summary>Reports the broken promise, which ends the history.</summary>
    protected void Broken(string words) => World.Break(Name, words);
}
