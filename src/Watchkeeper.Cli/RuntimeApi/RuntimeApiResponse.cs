using System.Text;
using Microsoft.AspNetCore.Http;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The constant responses of the Runtime API.</summary>
internal sealed class RuntimeApiResponse
{
    public static readonly RuntimeApiResponse Accepted = new(StatusCodes.Status202Accepted, """{"status":"OK"}""");
    public static readonly RuntimeApiResponse NotFound = Refusal(StatusCodes.Status404NotFound, "NotFound", "No such call");
    public static readonly RuntimeApiResponse OutOfTurn =
        Refusal(StatusCodes.Status403Forbidden, "InvalidStateTransition", "Transition is not allowed");
    public static readonly RuntimeApiResponse UnknownRequest =
        Refusal(StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
    public static readonly RuntimeApiResponse TooLarge = Refusal(
        StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge",
        $"Exceeded maximum allowed payload size ({RequestBody.MaxLength} bytes).");

    private readonly int status;
    private readonly byte[] body;

    private RuntimeApiResponse(int status, string body) => (this.status, this.body) = (status, Encoding.UTF8.GetBytes(body));

    public Task WriteAsync(HttpContext context) => WriteAsync(context, status, body);

    public static async Task WriteAsync(HttpContext context, int status, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static RuntimeApiResponse Refusal(int status, string type, string message) =>
        new(status, $$"""{"errorMessage":"{{message}}","errorType":"{{type}}"}""");
}
