namespace Watchkeeper.Kills.Faults;

/// <summary>Where a process is killed.</summary>
internal enum KillMoment
{
    /// <summary>The request is lost with the process.</summary>
    Before,

    /// <summary>The request had its effect, and the process never hears of it.</summary>
    After,
}

/// <summary>At which request, counted from 1 over a round, and on which side of it.</summary>
internal sealed record KillPoint(int Step, KillMoment Moment)
{
    public override string ToString() => $"{(Moment is KillMoment.Before ? "before" : "after")} step {Step}";
}
