using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Amazon.Lambda.RuntimeSupport.Helpers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>
/// The calls of the Lambda Runtime API, version 2018-06-01; see «Using the Lambda runtime API for custom runtimes».
/// </summary>
public class RuntimeApiClient : IRuntimeApiClient
{
    // What Lambda takes of headers altogether; a cause that is longer stays away, and the error goes out without it.
    private const int LongestCause = 1024 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");

    private readonly HttpClient httpClient;
    private readonly string runtime;

    /// <summary>Calls the API that <c>AWS_LAMBDA_RUNTIME_API</c> names.</summary>
    /// <param name="httpClient">Stays the caller's.</param>
    public RuntimeApiClient(HttpClient httpClient)
        : this(new LambdaEnvironment(null), httpClient)
    {
    }

    internal RuntimeApiClient(LambdaEnvironment environment, HttpClient httpClient)
    {
        (Environment, this.httpClient) = (environment, httpClient);
        Log = new(environment);
        runtime = $"http://{environment.RuntimeApi}/2018-06-01/runtime/";
    }

    /// <inheritdoc/>
    public IConsoleLoggerWriter ConsoleLogger => Log;

    internal LambdaEnvironment Environment { get; }

    internal LogWriter Log { get; }

    /// <inheritdoc/>
    public async Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken = default)
    {
        using var response = await GetAsync("invocation/next", cancellationToken);
        var headers = new RuntimeApiHeaders(response.Headers);
        Log.SetRuntimeHeaders(headers);
        var payload = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        // A visible buffer saves handlers a copy.
        var input = new MemoryStream(payload, 0, payload.Length, writable: false, publiclyVisible: true);
        return new(input, new LambdaContext(headers, Environment, Log));
    }

    /// <inheritdoc/>
    public async Task SendResponseAsync(string awsRequestId, Stream outputStream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(awsRequestId);
        var body = await ReadBodyAsync(outputStream, cancellationToken);
        await PostAsync(InvocationPath(awsRequestId, "response"), body, Json, null, null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReportInvocationErrorAsync(
        string awsRequestId, Exception exception, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(awsRequestId);
        ArgumentNullException.ThrowIfNull(exception);
        var body = new ByteArrayContent(ErrorPayload.Write(exception));
        return PostAsync(
            InvocationPath(awsRequestId, "error"), body, ErrorJson, exception.GetType().Name,
            XRayCause.Write(exception), cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReportInitializationErrorAsync(
        Exception exception, string errorType = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return PostAsync(
            "init/error", new ByteArrayContent(ErrorPayload.Write(exception)), ErrorJson, errorType, null, cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReportInitializationErrorAsync(string errorType, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(errorType);
        return PostAsync("init/error", new ByteArrayContent([]), ErrorJson, errorType, null, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RestoreNextInvocationAsync(CancellationToken cancellationToken = default)
    {
        using var response = await GetAsync("restore/next", cancellationToken);
    }

    /// <inheritdoc/>
    public Task ReportRestoreErrorAsync(
        Exception exception, string errorType = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return PostAsync(
            "restore/error", new ByteArrayContent(ErrorPayload.Write(exception)), ErrorJson, errorType, null, cancellationToken);
    }

    private static async Task<HttpContent> ReadBodyAsync(Stream stream, CancellationToken cancellationToken)
    {
        if (stream is null)
            return new ByteArrayContent([]);
        if (stream is not MemoryStream memory)
        {
            memory = new();
            await stream.CopyToAsync(memory, cancellationToken);
            memory.Position = 0;
        }

        return memory.TryGetBuffer(out var bytes)
            ? new ReadOnlyMemoryContent(bytes.AsMemory((int)memory.Position))
            : new ReadOnlyMemoryContent(memory.ToArray().AsMemory((int)memory.Position));
    }

    private static string InvocationPath(string requestId, string call) => $"invocation/{Uri.EscapeDataString(requestId)}/{call}";

    private async Task<HttpResponseMessage> GetAsync(string path, CancellationToken cancellationToken)
    {
        var response = await httpClient.GetAsync(
            new Uri(runtime + path), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (response.StatusCode == HttpStatusCode.OK)
            return response;
        using (response)
            throw await RefusedAsync(response, cancellationToken);
    }

    private async Task PostAsync(
        string path, HttpContent body, MediaTypeHeaderValue type, string errorType,
        string cause, CancellationToken cancellationToken)
    {
        body.Headers.ContentType = type;
        using var request = new HttpRequestMessage(HttpMethod.Post, runtime + path) { Content = body };
        AddHeader(request, RuntimeApiHeaders.ErrorType, errorType);
        if (cause is not null && Encoding.UTF8.GetByteCount(cause) < LongestCause)
            AddHeader(request, RuntimeApiHeaders.XRayErrorCause, cause);
        using var response = await httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw await RefusedAsync(response, cancellationToken);

        // An unread body would cost the connection.
        await response.Content.CopyToAsync(Stream.Null, cancellationToken);
    }

    private static void AddHeader(HttpRequestMessage request, string name, string value)
    {
        if (!string.IsNullOrEmpty(value))
            request.Headers.TryAddWithoutValidation(name, value);
    }

    private static async Task<RuntimeApiClientException> RefusedAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        var headers = response.Headers.ToDictionary(
            header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        var message = response.StatusCode switch
        {
            HttpStatusCode.BadRequest => "Bad Request",
            HttpStatusCode.Forbidden => "Forbidden",
            HttpStatusCode.RequestEntityTooLarge => "Payload Too Large",
            HttpStatusCode.InternalServerError => "Container error. Non-recoverable state. Runtime should exit promptly.",
            var other => $"The Runtime API answered {(int)other}.",
        };
        return new(message, (int)response.StatusCode, body, headers, null);
    }
}
