using System.Collections.Immutable;
using Watchkeeper.Signals;

namespace Watchkeeper.Alarms;

/// <summary>
/// The alarm in a fingerprint: <c>alarm/arn:partition:cloudwatch:region:account:alarm:NAME</c>, or one of its time series.
/// </summary>
/// <param name="Account">The alarm's account.</param>
/// <param name="Region">The alarm's region.</param>
/// <param name="Name">
/// The last part of the ARN: the name, and for a time series <c>#</c> and its id. A name may contain <c>#</c> itself.
/// </param>
public sealed record AlarmIdentity(string Account, string Region, string Name)
{
    private const string Prefix = "alarm/";

    /// <summary>Parses a fingerprint; null if it is not an alarm's.</summary>
    public static AlarmIdentity? From(Fingerprint fingerprint) =>
        fingerprint.Text.StartsWith(Prefix, StringComparison.Ordinal)
        && fingerprint.Text[Prefix.Length..].Split(':', 7)
            is ["arn", _, "cloudwatch", var region, var account, "alarm", { Length: > 0 } name]
            ? new AlarmIdentity(account, region, name)
            : null;

    /// <summary>The possible names of the alarm: the whole text, or the part before its last <c>#</c>.</summary>
    public ImmutableArray<string> Names =>
        Name.LastIndexOf('#') is > 0 and var at ? [Name, Name[..at]] : [Name];
}
