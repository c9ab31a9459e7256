using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>What an alarm watches. AWS adds names: one that is not here is kept as text.</summary>
public class AlarmType : ConstantClass
{
    /// <summary>The states of other alarms.</summary>
    public static readonly AlarmType CompositeAlarm = new("CompositeAlarm");

    /// <summary>What a scheduled query of CloudWatch Logs gives.</summary>
    public static readonly AlarmType LogAlarm = new("LogAlarm");

    /// <summary>A metric, an expression over metrics, or a query of metrics.</summary>
    public static readonly AlarmType MetricAlarm = new("MetricAlarm");

    /// <param name="value">AWS's name.</param>
    public AlarmType(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static AlarmType FindValue(string value) => FindValue<AlarmType>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator AlarmType(string value) => FindValue(value);
}
