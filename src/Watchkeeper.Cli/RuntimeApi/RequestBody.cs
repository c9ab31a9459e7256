using Microsoft.AspNetCore.Http;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>The body of a function's request.</summary>
internal static class RequestBody
{
    /// <summary>Lambda's limit for a buffered response: 6 MB and 100 bytes.</summary>
    public const int MaxLength = 6_291_556;

    /// <summary>Reads the body to its end. Returns null if the body exceeds Lambda's limit.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context)
    {
        var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var length = 0L;
        int read;
        while ((read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            length += read;
            if (length <= MaxLength)
                body.Write(buffer, 0, read);
        }

        if (length > MaxLength)
            return null;
        return body.ToArray();
    }
}
