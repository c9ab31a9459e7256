namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>What the Invoke operation answers.</summary>
/// <param name="Payload">The function's response, or the JSON of its error.</param>
/// <param name="Error">Null where the function succeeded.</param>
internal sealed record InvocationResult(ReadOnlyMemory<byte> Payload, FunctionError? Error)
{
    public bool Succeeded => Error is null;

    /// <summary>A failure that the function could not report itself.</summary>
    public static InvocationResult Failed(FunctionError error) => new(FunctionErrorJson.Write(error), error);
}

/// <summary>Why an invocation failed, in Lambda's words.</summary>
/// <param name="Type">The exception's name, or one of Lambda's own such as <c>Sandbox.Timedout</c>.</param>
/// <param name="Message">Attacker-made text may be in it.</param>
internal sealed record FunctionError(string Type, string Message)
{
    public const string TimedOut = "Sandbox.Timedout";
    public const string Exited = "Runtime.ExitError";
    public const string CannotStart = "Runtime.InvalidEntrypoint";
    public const string TooLarge = "Function.ResponseSizeTooLarge";
    public const string Unknown = "Runtime.Unknown";

    /// <summary>An error that Lambda itself found, worded as Lambda words it.</summary>
    public static FunctionError Create(string type, string requestId, string message) => new(type, $"RequestId: {requestId} Error: {message}");
}
