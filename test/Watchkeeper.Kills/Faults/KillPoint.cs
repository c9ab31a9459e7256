namespace Watchkeeper.Kills.Faults;

/// <summary>On which side of a request a process is killed.</summary>
internal enum KillMoment
{
    /// <summary>The request is lost with the process.</summary>
    Before,

    /// <summary>The request has its effect; the process never receives the response.</summary>
    After,
}

/// <summary>The request at which a process is killed, counted from 1 over a round, and the side of it.</summary>
internal sealed record KillPoint(int Step, KillMoment Moment)
{
    public override string ToString() => $"{(Moment is KillMoment.Before ? "before" : "after")} step {Step}";
}
