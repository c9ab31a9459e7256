using Watchkeeper.Cli.Configuring.Values;

namespace Watchkeeper.Cli.Configuring.Rules;

/// <summary>What belongs to two services alike would belong to either by chance.</summary>
internal static class ServiceOwnership
{
    private static readonly string[] Lists = ["arns", "names", "auto_scaling_groups", "load_balancers", "databases", "queues"];

    public static void Check(CheckedMap root, DateTimeOffset today, ProblemSink problems)
    {
        foreach (var key in Lists)
        {
            var first = new Dictionary<string, (CheckedText Pattern, CheckedMap Service)>(StringComparer.OrdinalIgnoreCase);
            foreach (var service in root.Maps("services"))
            {
                foreach (var pattern in service.Texts(key))
                {
                    if (first.TryAdd(pattern.Value, (pattern, service)))
                        continue;
                    problems.Error(
                        pattern.Position, pattern.Path,
                        $"is «{pattern.Value}», which belongs to {first[pattern.Value].Service.Text("name")?.Value} "
                        + $"(line {first[pattern.Value].Pattern.Position.Line}) already");
                }
            }
        }

        foreach (var service in root.Maps("services"))
        {
            if (!Lists.Append("tags").Any(
                key => service[key] is CheckedList { Items.IsEmpty: false } or CheckedMap { Members.IsEmpty: false }))
            {
                problems.Warn(
                    service.Position, service.Path,
                    "nothing belongs to it: give arns, names, tags, auto_scaling_groups, load_balancers, databases or queues");
            }
        }
    }
}
