using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>What is about to happen to a warm pool. AWS adds names: one that is not here is kept as text.</summary>
public class WarmPoolStatus : ConstantClass
{
    /// <summary>It is being deleted.</summary>
    public static readonly WarmPoolStatus PendingDelete = new("PendingDelete");

    /// <param name="value">AWS's name.</param>
    public WarmPoolStatus(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static WarmPoolStatus FindValue(string value) => FindValue<WarmPoolStatus>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator WarmPoolStatus(string value) => FindValue(value);
}
