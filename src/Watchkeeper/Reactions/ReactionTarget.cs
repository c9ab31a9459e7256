namespace Watchkeeper.Reactions;

/// <summary>What a reaction would act on, as far as the incident alone tells.</summary>
public abstract record ReactionTarget
{
    /// <summary>An Auto Scaling group.</summary>
    /// <param name="Name">Its name.</param>
    public sealed record Group(string Name) : ReactionTarget;

    /// <summary>An EC2 instance, whose group is to be found.</summary>
    /// <param name="Id">Its id, such as i-0abc….</param>
    public sealed record Instance(string Id) : ReactionTarget;
}
