namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// The account and region of an alarm's resource. An alarm of a monitoring account can watch metrics of other accounts
/// («Cross-account alarms» in the CloudWatch user guide), but only in its own region.
/// </summary>
internal readonly record struct AlarmScope(string Account, string Region)
{
    private const string AccountAttribute = "AWS.AccountId";

    /// <summary>
    /// Returns the metrics' account if it differs from the alarm's, the first of several; otherwise the alarm's account. An
    /// invalid account is unknown.
    /// </summary>
    public static AlarmScope From(AlarmFacts facts, Arn? arn)
    {
        // A forwarded event keeps its original account and region.
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
