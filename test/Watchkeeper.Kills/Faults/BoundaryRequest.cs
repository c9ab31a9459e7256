using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Watchkeeper.Kills.Faults;

/// <summary>One request of a function to AWS: its operation, and the subject of a message.</summary>
internal sealed record BoundaryRequest(string Operation, string? Subject)
{
    private static readonly string[] Sends = ["Publish", "SendRawEmail"];
    private static readonly string[] Calls = ["SetDesiredCapacity", "SetInstanceHealth"];

    public bool IsSend => Sends.Contains(Operation, StringComparer.Ordinal);

    public bool IsReaction => Calls.Contains(Operation, StringComparer.Ordinal);

    /// <summary>Parses a request by its protocol: JSON by the header X-Amz-Target, Query by the form's Action.</summary>
    public static BoundaryRequest Parse(IHeaderDictionary headers, byte[] body)
    {
        if (headers["X-Amz-Target"].ToString() is { Length: > 0 } target)
            return new BoundaryRequest(target[(target.LastIndexOf('.') + 1)..], null);
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        var subject = form.TryGetValue("Subject", out var topic) ? topic : form.GetValueOrDefault("Message.Subject.Data");
        return new BoundaryRequest(form.GetValueOrDefault("Action").ToString(), subject.Count > 0 ? subject.ToString() : null);
    }
}
