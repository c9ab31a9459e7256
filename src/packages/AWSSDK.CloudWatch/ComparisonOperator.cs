using Amazon.Runtime;

namespace Amazon.CloudWatch;

/// <summary>How a value is compared with the threshold. AWS adds names: one that is not here is kept as text.</summary>
public class ComparisonOperator : ConstantClass
{
    /// <summary>≥</summary>
    public static readonly ComparisonOperator GreaterThanOrEqualToThreshold = new("GreaterThanOrEqualToThreshold");

    /// <summary>&gt;</summary>
    public static readonly ComparisonOperator GreaterThanThreshold = new("GreaterThanThreshold");

    /// <summary>Above the band.</summary>
    public static readonly ComparisonOperator GreaterThanUpperThreshold = new("GreaterThanUpperThreshold");

    /// <summary>Outside the band.</summary>
    public static readonly ComparisonOperator LessThanLowerOrGreaterThanUpperThreshold =
        new("LessThanLowerOrGreaterThanUpperThreshold");

    /// <summary>Below the band.</summary>
    public static readonly ComparisonOperator LessThanLowerThreshold = new("LessThanLowerThreshold");

    /// <summary>≤</summary>
    public static readonly ComparisonOperator LessThanOrEqualToThreshold = new("LessThanOrEqualToThreshold");

    /// <summary>&lt;</summary>
    public static readonly ComparisonOperator LessThanThreshold = new("LessThanThreshold");

    /// <param name="value">AWS's name.</param>
    public ComparisonOperator(string value)
        : base(value)
    {
    }

    /// <summary>The constant of that name, or a new one.</summary>
    public static ComparisonOperator FindValue(string value) => FindValue<ComparisonOperator>(value);

    /// <summary>The constant of that name, or a new one.</summary>
    public static implicit operator ComparisonOperator(string value) => FindValue(value);
}
