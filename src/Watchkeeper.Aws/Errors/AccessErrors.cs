using Amazon.Runtime;

namespace Watchkeeper.Aws.Errors;

/// <summary>Errors of missing rights, which only a person can fix.</summary>
public static class AccessErrors
{
    /// <summary>Whether AWS refused a call because the caller lacks a right.</summary>
    public static bool IsDenied(Exception failure) =>
        failure is AmazonServiceException { ErrorCode: "AccessDeniedException" or "AccessDenied" };
}
