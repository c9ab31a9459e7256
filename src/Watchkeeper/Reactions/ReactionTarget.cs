namespace Watchkeeper.Reactions;

/// <summary>The target of a reaction, as far as the incident alone identifies it.</summary>
public abstract record ReactionTarget
{
    /// <summary>An Auto Scaling group.</summary>
    /// <param name="Name">The group's name.</param>
    public sealed record Group(string Name) : ReactionTarget;

    /// <summary>An EC2 instance whose group is still unknown.</summary>
    /// <param name="Id">The instance's id, such as i-0abc….</param>
    public sealed record Instance(string Id) : ReactionTarget;
}
