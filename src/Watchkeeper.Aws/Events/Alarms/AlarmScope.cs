namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// Where the thing is that an alarm is about: an alarm of a monitoring account watches metrics of other accounts («Cross-account
/// alarms» in the CloudWatch user guide), always of its own region.
/// </summary>
internal readonly record struct AlarmScope(string Account, string Region)
{
    private const string AccountAttribute = "AWS.AccountId";

    /// <summary>
    /// The metrics' account where it is not the alarm's, the first of several; else the alarm's. An account that is none is
    /// unknown.
    /// </summary>
    public static AlarmScope From(AlarmFacts facts, Arn? arn)
    {
        // A forwarded event keeps the account and the region that it comes from.
        var own = facts.Account.Length > 0 ? facts.Account : Arn.AccountOrNone(arn?.Account ?? "");
        var region = facts.Region.Length > 0 ? facts.Region : arn?.Region ?? "";
        var foreign = AccountsOf(facts).FirstOrDefault(account => account != own);
        return new AlarmScope(foreign is null ? own : Arn.AccountOrNone(foreign), region);
    }

    private static IEnumerable<string> AccountsOf(AlarmFacts facts) =>
    [
        .. facts.ContributorAttributes.Where(attribute => IsAccount(attribute.Key)).Select(attribute => attribute.Value),
        .. facts.Metrics.Select(metric => metric.Account).Where(account => account.Length > 0),
        .. facts.Metrics.Where(AlarmTypes.IsQuery).Select(metric => MetricsInsightsQuery.AccountIn(metric.Expression))
            .Where(account => account.Length > 0),
    ];

    private static bool IsAccount(string attribute) => attribute.Equals(AccountAttribute, StringComparison.OrdinalIgnoreCase);
}
