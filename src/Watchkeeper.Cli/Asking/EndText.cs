using Watchkeeper.Incidents;
using Watchkeeper.Queries;

namespace Watchkeeper.Cli.Asking;

/// <summary>How an incident ended, in words: by its source, by an operator, or by time.</summary>
internal static class EndText
{
    /// <summary>In words: <c>ended at 14:02:11Z by alice</c>.</summary>
    public static string Of(IncidentSnapshot ended, DateTimeOffset now)
    {
        var at = ended.Incident.ResolvedAt is { } end ? $" at {Moment.Near(end, now)}" : "";
        return $"ended{at} {By(ended)}";
    }

    // The words of an operator's end begin with the name: «kim» or «kim: reason».
    private static string By(IncidentSnapshot ended) => ended.LastReason switch
    {
        DecisionReason.ResolvedByPerson =>
            $"by {OperatorName.Shorten(OperatorName.Split(ended.Description).Who, ended.Incident.Subject.Account)}",
        DecisionReason.SourceGone => "because its alarm or resource no longer exists",
        DecisionReason.Expired => "by itself: no further event came",
        DecisionReason.NoDataForLong => "by itself: its source has had no data for long",
        _ => "by the source",
    };
}
