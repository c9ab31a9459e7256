namespace Amazon.AutoScaling.Model;

/// <summary>Something that a group was told not to do.</summary>
public class SuspendedProcess
{
    /// <summary>
    /// <c>Launch</c>, <c>Terminate</c>, <c>HealthCheck</c>, <c>ReplaceUnhealthy</c>, <c>AlarmNotification</c> and others.
    /// </summary>
    public string ProcessName { get; set; }

    /// <summary>Since when and by whom, in words.</summary>
    public string SuspensionReason { get; set; }
}
