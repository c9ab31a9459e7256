namespace Watchkeeper.Detections;

/// <summary>What became of a call, by CloudTrail's <c>errorCode</c>.</summary>
public enum CallOutcome
{
    /// <summary>The call has no error code.</summary>
    Succeeded,

    /// <summary>The caller lacked the right: an attempt, which may be news.</summary>
    Refused,

    /// <summary>The call failed otherwise, as for a resource that does not exist: no attempt.</summary>
    Failed,
}
