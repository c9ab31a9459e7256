using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>What is taken of a metric's samples. AWS adds names: one that is not here is kept as text.</summary>
public class Statistic : ConstantClass
{
    /// <summary>Their mean.</summary>
    public static readonly Statistic Average = new("Average");

    /// <summary>The greatest.</summary>
    public static readonly Statistic Maximum = new("Maximum");

    /// <summary>The least.</summary>
    public static readonly Statistic Minimum = new("Minimum");

    /// <summary>How many there are.</summary>
    public static readonly Statistic SampleCount = new("SampleCount");

    /// <summary>All together.</summary>
    public static readonly Statistic Sum = new("Sum");

    /// <param name="value">AWS's name.</param>
    public Statistic(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static Statistic FindValue(string value) => FindValue<Statistic>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator Statistic(string value) => FindValue(value);
}
