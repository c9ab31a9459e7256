using Amazon.Lambda.RuntimeSupport.Helpers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The calls of the Lambda Runtime API, version 2018-06-01; see «Using the Lambda runtime API for custom runtimes».
/// </summary>
public interface IRuntimeApiClient
{
    /// <summary>The function's log.</summary>
    IConsoleLoggerWriter ConsoleLogger { get; }

    /// <summary>Waits for the next invocation, however long it takes.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RuntimeApiClientException">The API refused.</exception>
    Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken = default);

    /// <summary>Answers an invocation.</summary>
    /// <param name="awsRequestId">The invocation's id.</param>
    /// <param name="outputStream">
    /// The response, read from its current position and left open; null answers with an empty body.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RuntimeApiClientException">The API refused, as it does for a response over 6 MB.</exception>
    Task SendResponseAsync(string awsRequestId, Stream outputStream, CancellationToken cancellationToken = default);

    /// <summary>Answers an invocation with an error: its type, message, stack and causes.</summary>
    /// <param name="awsRequestId">The invocation's id.</param>
    /// <param name="exception">What happened.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RuntimeApiClientException">The API refused.</exception>
    Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken = default);

    /// <summary>Says that the function could not start; the process should end afterwards.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="errorType">A type for the header, such as <c>Runtime.BadSettings</c>; null lets Lambda choose.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RuntimeApiClientException">The API refused.</exception>
    Task ReportInitializationErrorAsync(
        Exception exception, string errorType = null, CancellationToken cancellationToken = default);

    /// <summary>Says that the function could not start, by a type alone.</summary>
    /// <param name="errorType">The type.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RuntimeApiClientException">The API refused.</exception>
    Task ReportInitializationErrorAsync(string errorType, CancellationToken cancellationToken = default);

    /// <summary>Waits until SnapStart has restored the function.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="RuntimeApiClientException">The API refused.</exception>
    Task RestoreNextInvocationAsync(CancellationToken cancellationToken = default);

    /// <summary>Says that what was to be done after SnapStart's restore failed.</summary>
    /// <param name="exception">What happened.</param>
    /// <param name="errorType">A type for the header; null lets Lambda choose.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="RuntimeApiClientException">The API refused.</exception>
    Task ReportRestoreErrorAsync(Exception exception, string errorType = null, CancellationToken cancellationToken = default);
}
