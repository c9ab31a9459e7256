using Watchkeeper.Simulation.Faults;

namespace Watchkeeper.Simulation.Running;

/// <summary>The sums over histories.</summary>
internal sealed class Totals
{
    public long Histories { get; set; }

    public long Events { get; set; }

    public long Deliveries { get; set; }

    public long Invocations { get; set; }

    public long Steps { get; set; }

    public long Changes { get; set; }

    public long Transitions { get; set; }

    public long Messages { get; set; }

    public long Ambiguous { get; set; }

    public long Repeated { get; set; }

    /// <summary>Feedback on accepted mails.</summary>
    public long MailFeedback { get; set; }

    public long Actions { get; set; }

    public long DeadLetters { get; set; }

    public long GivenUpEvents { get; set; }

    public long GivenUpRecords { get; set; }

    public long BeyondTheRing { get; set; }

    public long Unaccounted { get; set; }

    /// <summary>Changes of alarms without an event.</summary>
    public long Unsent { get; set; }

    /// <summary>What was strained, and how often.</summary>
    public long[] Strains { get; } = new long[Enum.GetValues<Strain>().Length];

    public long[] Faults { get; } = new long[Enum.GetValues<FaultKind>().Length];

    public void Add(Totals other)
    {
        Histories += other.Histories;
        Events += other.Events;
        Deliveries += other.Deliveries;
        Invocations += other.Invocations;
        Steps += other.Steps;
        Changes += other.Changes;
        Transitions += other.Transitions;
        Messages += other.Messages;
        Ambiguous += other.Ambiguous;
        Repeated += other.Repeated;
        MailFeedback += other.MailFeedback;
        Actions += other.Actions;
        DeadLetters += other.DeadLetters;
        GivenUpEvents += other.GivenUpEvents;
        GivenUpRecords += other.GivenUpRecords;
        BeyondTheRing += other.BeyondTheRing;
        Unaccounted += other.Unaccounted;
        Unsent += other.Unsent;
        for (var i = 0; i < Strains.Length; i++)
            Strains[i] += other.Strains[i];
        for (var i = 0; i < Faults.Length; i++)
            Faults[i] += other.Faults[i];
    }
}
