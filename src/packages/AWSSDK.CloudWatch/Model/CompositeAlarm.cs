namespace Amazon.CloudWatch.Model;

/// <summary>An alarm over the states of other alarms.</summary>
public class CompositeAlarm
{
    /// <summary>Whether a change of state does anything.</summary>
    public bool? ActionsEnabled { get; set; }

    /// <summary>Why its actions are held back; null when they are not.</summary>
    public ActionsSuppressedBy ActionsSuppressedBy { get; set; }

    /// <summary>Why its actions are held back, in words.</summary>
    public string ActionsSuppressedReason { get; set; }

    /// <summary>The ARN of the alarm that holds its actions back.</summary>
    public string ActionsSuppressor { get; set; }

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

    /// <summary>The condition on other alarms.</summary>
    public string AlarmRule { get; set; }

    /// <summary>The ARNs of what it does in state INSUFFICIENT_DATA; null when nothing.</summary>
    public List<string> InsufficientDataActions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

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
}
