namespace Amazon.AWSSupport.Model;

/// <summary>How far a run is.</summary>
public class TrustedAdvisorCheckRefreshStatus
{
    /// <summary>The check's id.</summary>
    public string CheckId { get; set; }

    /// <summary>How long until another run may be asked for, in milliseconds.</summary>
    public long? MillisUntilNextRefreshable { get; set; }

    /// <summary><c>none</c>, <c>enqueued</c>, <c>processing</c>, <c>success</c> or <c>abandoned</c>.</summary>
    public string Status { get; set; }
}
