using System.Collections.Immutable;
using Watchkeeper.Muting;

namespace Watchkeeper.Configuration.Reading;

/// <summary>Reads what keeps incidents quiet: time intervals under both keys, and rules of inhibition.</summary>
internal static class QuietReader
{
    public static QuietRules Read(ContentPart root)
    {
        var intervals = ImmutableDictionary.CreateBuilder<string, ImmutableArray<TimeInterval>>(StringComparer.Ordinal);
        foreach (var part in root.List("time_intervals").Concat(root.List("mute_time_intervals")))
        {
            var name = part.Required("name");
            if (!intervals.TryAdd(name, [.. part.List("time_intervals").Select(TimeIntervalReader.Read)]))
                throw part.Refuse($"shares its name with another: {name}");
        }

        return new QuietRules
        {
            Intervals = intervals.ToImmutable(),
            Inhibitions = new InhibitRules(
            [
                .. root.List("inhibit_rules").Select(rule => new InhibitRule(
                    MatcherReader.Read(rule, "source_"), MatcherReader.Read(rule, "target_"), rule.Texts("equal"))
                {
                    Name = rule.Text("name") ?? "",
                }),
            ]),
        };
    }
}
