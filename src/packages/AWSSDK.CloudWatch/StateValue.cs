using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>The state of an alarm. <c>INSUFFICIENT_DATA</c> is the third one, and kept as text.</summary>
public class StateValue : ConstantClass
{
    /// <summary>Its threshold is crossed.</summary>
    public static readonly StateValue ALARM = new("ALARM");

    /// <summary>Its threshold is not crossed.</summary>
    public static readonly StateValue OK = new("OK");

    /// <param name="value">AWS's name.</param>
    public StateValue(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static StateValue FindValue(string value) => FindValue<StateValue>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator StateValue(string value) => FindValue(value);
}
