namespace Amazon.CloudWatch.Model;

/// <summary>An alarm over a metric, an expression or a query.</summary>
public class MetricAlarm
{
    /// <summary>Whether a change of state does anything.</summary>
    public bool? ActionsEnabled { get; set; }

    /// <summary>The ARNs of what it does in state ALARM; null when nothing.</summary>
    public List<string> AlarmActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The alarm's ARN.</summary>
    public string AlarmArn { get; set; }

    /// <summary>When its configuration changed last, in UTC.</summary>
    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }

    /// <summary>What its maker says about it.</summary>
    public string AlarmDescription { get; set; }

    /// <summary>The alarm's name, unique in its account and region.</summary>
    public string AlarmName { get; set; }

    /// <summary>How the value is compared with the threshold.</summary>
    public ComparisonOperator ComparisonOperator { get; set; }

    /// <summary>The dimensions of its one metric; null where it has <see cref="Metrics"/>.</summary>
    public List<Dimension> Dimensions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The percentile of its one metric, such as p99; null where it takes a <see cref="Statistic"/>.</summary>
    public string ExtendedStatistic { get; set; }

    /// <summary>The ARNs of what it does in state INSUFFICIENT_DATA; null when nothing.</summary>
    public List<string> InsufficientDataActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The name of its one metric; null where it has <see cref="Metrics"/>.</summary>
    public string MetricName { get; set; }

    /// <summary>What it computes; null where it has one metric.</summary>
    public List<MetricDataQuery> Metrics { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>The namespace of its one metric.</summary>
    public string Namespace { get; set; }

    /// <summary>The ARNs of what it does in state OK; null when nothing.</summary>
    public List<string> OKActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    /// <summary>Why it is in that state, in words.</summary>
    public string StateReason { get; set; }

    /// <summary>Why it is in that state, in JSON.</summary>
    public string StateReasonData { get; set; }

    /// <summary>When its state became another one, in UTC.</summary>
    public DateTime? StateTransitionedTimestamp { get; set; }

    /// <summary>When its state or the reason for it changed last, in UTC.</summary>
    public DateTime? StateUpdatedTimestamp { get; set; }

    /// <summary>Its state.</summary>
    public StateValue StateValue { get; set; }

    /// <summary>What it takes of its one metric.</summary>
    public Statistic Statistic { get; set; }

    /// <summary>What the value is compared with; null where that is a band.</summary>
    public double? Threshold { get; set; }
}
