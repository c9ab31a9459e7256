using Microsoft.AspNetCore.Http;

namespace Watchkeeper.Cli.RuntimeApi;

/// <summary>What a function sends.</summary>
internal static class RequestBody
{
    /// <summary>6 MB and 100 bytes: Lambda's limit for a buffered response.</summary>
    public const int MaxLength = 6_291_556;

    /// <summary>The body; null where it is longer than Lambda takes, and then it has been read to its end all the same.</summary>
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
