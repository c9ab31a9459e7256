namespace Watchkeeper.Detections;

/// <summary>Tells refused calls from other failures.</summary>
internal static class CallOutcomes
{
    // What the services answer to a caller without the right («Common errors» of each API, and EC2's «Client error codes»).
    private static readonly string[] Refusals =
        ["AccessDenied", "UnauthorizedOperation", "NotAuthorized", "AuthorizationError", "Forbidden", "UnauthorizedAccess"];

    /// <summary>
    /// The outcome for an error code; empty is none. EC2 puts <c>Client.</c> before, others put <c>Exception</c> after.
    /// </summary>
    public static CallOutcome From(string errorCode)
    {
        if (errorCode.Length == 0)
            return CallOutcome.Succeeded;
        foreach (var refusal in Refusals)
        {
            if (errorCode.Contains(refusal, StringComparison.OrdinalIgnoreCase))
                return CallOutcome.Refused;
        }

        return CallOutcome.Failed;
    }
}
