namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a call. Lambda's rule: after 500 «container error» the process should end at once.</summary>
public partial class RuntimeApiClientException : Exception
{
    /// <summary>Says what was refused, with the first 512 characters of the answer.</summary>
    /// <param name="message">What was refused.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="response">The answer's body.</param>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="innerException">The cause; may be null.</param>
    public RuntimeApiClientException(
        string message, int statusCode, string response,
        Dictionary<string, IEnumerable<string>> headers, Exception innerException)
        : base($"{message}\n\nStatus: {statusCode}\nResponse: \n{response?[..Math.Min(response.Length, 512)]}", innerException) =>
        (StatusCode, Response, Headers) = (statusCode, response, headers);

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; private set; }

    /// <summary>The answer's body.</summary>
    public string Response { get; private set; }

    /// <summary>The answer's headers.</summary>
    public Dictionary<string, IEnumerable<string>> Headers { get; private set; }
}
