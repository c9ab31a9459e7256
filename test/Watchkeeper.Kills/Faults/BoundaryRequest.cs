using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Watchkeeper.Aws;

namespace Watchkeeper.Kills.Faults;

/// <summary>One request of a function to AWS: its operation, and what tells its message from others.</summary>
internal sealed record BoundaryRequest(string Operation, string? Identity)
{
    private static readonly string[] Sends = ["Publish", "SendRawEmail"];
    private static readonly string[] Calls = ["SetDesiredCapacity", "SetInstanceHealth"];

    /// <summary>The rows in DynamoDB that it asks for; empty for an index and for other services.</summary>
    public ImmutableArray<RequestedRow> Rows { get; init; } = [];

    public bool IsSend => Sends.Contains(Operation, StringComparer.Ordinal);

    public bool IsReaction => Calls.Contains(Operation, StringComparer.Ordinal);

    /// <summary>Parses a request by its protocol: JSON by the header X-Amz-Target, Query by the form's Action.</summary>
    public static BoundaryRequest Parse(IHeaderDictionary headers, byte[] body)
    {
        if (headers["X-Amz-Target"].ToString() is { Length: > 0 } target)
        {
            var operation = target[(target.LastIndexOf('.') + 1)..];
            return new BoundaryRequest(operation, null) { Rows = RequestedRow.Parse(operation, body) };
        }

        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body));
        var identity = form.TryGetValue("Subject", out var subject) ? subject.ToString() : DeliveryIn(form);
        return new BoundaryRequest(form.GetValueOrDefault("Action").ToString(), identity);
    }

    // The mails of one incident share a subject; the tag of the delivery differs.
    private static string? DeliveryIn(Dictionary<string, StringValues> form)
    {
        const string name = ".Name";
        var tag = form.FirstOrDefault(each => each.Value == MailTags.Delivery && each.Key.EndsWith(name, StringComparison.Ordinal)).Key;
        return tag is null ? null : form.GetValueOrDefault($"{tag[..^name.Length]}.Value").ToString();
    }
}
