namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The result of the Invoke operation.</summary>
/// <param name="Payload">The function's response, or the JSON of its error.</param>
/// <param name="Error">The error; null if the function succeeded.</param>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Payload, FunctionError? Error)
{
    public bool Succeeded => Error is null;

    /// <summary>Creates the result of a failure that the function could not report itself.</summary>
    public static InvocationResult Failed(FunctionError error) => new(FunctionErrorJson.Write(error), error);
}

/// <summary>The reason for a failed invocation, in Lambda's words.</summary>
/// <param name="Type">The exception's name, or a Lambda type such as <c>Sandbox.Timedout</c>.</param>
/// <param name="Message">The message, which may contain text from an attacker.</param>
internal sealed record FunctionError(string Type, string Message)
{
    public const string TimedOut = "Sandbox.Timedout";
    public const string Exited = "Runtime.ExitError";
    public const string CannotStart = "Runtime.InvalidEntrypoint";
    public const string TooLarge = "Function.ResponseSizeTooLarge";
    public const string Unknown = "Runtime.Unknown";

    /// <summary>Creates an error that Lambda itself detected, in Lambda's format.</summary>
    public static FunctionError Create(string type, string requestId, string message) =>
        new(type, $"RequestId: {requestId} Error: {message}");
}
