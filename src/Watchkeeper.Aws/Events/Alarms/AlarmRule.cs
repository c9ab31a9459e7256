using System.Collections.Immutable;

namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>
/// A composite alarm's rule, such as <c>ALARM(a) AND NOT OK("b")</c> or <c>AT_LEAST(2, ALARM, (a, "b", c))</c> («Combining
/// alarms» in the CloudWatch user guide).
/// </summary>
internal static class AlarmRule
{
    /// <summary>
    /// The names of the alarms whose problem makes the rule true, without duplicates, in the rule's order. Neither <c>NOT
    /// ALARM("release")</c> nor <c>OK(spare)</c> is a cause. If no cause remains, all names; empty for TRUE and FALSE.
    /// </summary>
    public static ImmutableArray<string> NamesIn(string rule)
    {
        var all = new AlarmRuleReader(rule).Read();
        var causes = all.Where(alarm => alarm.IsCause).ToImmutableArray();
        return [.. (causes.IsEmpty ? all : causes).Select(alarm => alarm.Name).Distinct(StringComparer.Ordinal)];
    }
}
