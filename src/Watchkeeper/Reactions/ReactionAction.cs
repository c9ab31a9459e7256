namespace Watchkeeper.Reactions;

/// <summary>One call that changes the application. Its values are absolute, so a repeated call has no further effect.</summary>
public abstract record ReactionAction
{
    /// <summary>The key of the guard rails: <c>group/NAME</c> or <c>instance/ID</c>.</summary>
    public abstract string Target { get; }

    /// <summary>Auto Scaling SetDesiredCapacity.</summary>
    /// <param name="Group">The group's name.</param>
    /// <param name="From">Desired capacity before.</param>
    /// <param name="To">Desired capacity after.</param>
    public sealed record SetDesiredCapacity(string Group, int From, int To) : ReactionAction
    {
        /// <inheritdoc/>
        public override string Target => $"group/{Group}";
    }

    /// <summary>Auto Scaling SetInstanceHealth to Unhealthy: the group then replaces the instance.</summary>
    /// <param name="Group">The group's name.</param>
    /// <param name="Instance">The instance's id.</param>
    public sealed record MarkUnhealthy(string Group, string Instance) : ReactionAction
    {
        /// <inheritdoc/>
        public override string Target => $"instance/{Instance}";
    }
}
