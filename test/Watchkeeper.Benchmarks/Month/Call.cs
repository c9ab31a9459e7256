namespace Watchkeeper.Benchmarks.Month;

/// <summary>One call of an activity. Its texts may hold <c>{app}</c>, <c>{id}</c> and <c>{person}</c>.</summary>
/// <param name="Service">The service, such as ec2.</param>
/// <param name="Name">The call.</param>
/// <param name="Error">Its error code; empty if it succeeds.</param>
/// <param name="Parameters">Its request parameters, as JSON.</param>
/// <param name="Response">What it answers, as JSON.</param>
/// <param name="Additional">CloudTrail's <c>additionalEventData</c>, as JSON.</param>
internal sealed record Call(string Service, string Name, string Error, string Parameters, string Response, string Additional)
{
    private static readonly string[] Readings =
        ["Get", "List", "Describe", "BatchGet", "Lookup", "Head", "Filter", "StartQuery", "Generate", "Decrypt"];

    /// <summary>Whether the call only reads.</summary>
    public bool IsRead { get; } = Readings.Any(reading => Name.StartsWith(reading, StringComparison.Ordinal));
}
