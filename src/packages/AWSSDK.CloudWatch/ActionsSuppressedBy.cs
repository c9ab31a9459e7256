using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>Why a composite alarm's actions are held back. AWS adds names: one that is not here is kept as text.</summary>
public class ActionsSuppressedBy : ConstantClass
{
    /// <summary>The suppressor alarm is in state ALARM.</summary>
    public static readonly ActionsSuppressedBy Alarm = new("Alarm");

    /// <summary>The suppressor alarm was in state ALARM a moment ago.</summary>
    public static readonly ActionsSuppressedBy ExtensionPeriod = new("ExtensionPeriod");

    /// <summary>The suppressor alarm is waited for.</summary>
    public static readonly ActionsSuppressedBy WaitPeriod = new("WaitPeriod");

    /// <param name="value">AWS's name.</param>
    public ActionsSuppressedBy(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static ActionsSuppressedBy FindValue(string value) => FindValue<ActionsSuppressedBy>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator ActionsSuppressedBy(string value) => FindValue(value);
}
