using System.Collections.Immutable;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>Files that people have beside Alertmanager's own: what to do when one of them is given as it is.</summary>
internal static class ForeignFiles
{
    private const string Kubernetes = "a Kubernetes object is not read: give the alertmanager.yml in it as a file of its own";

    private const string Helm = "values of a Helm chart are not read: give what is under alertmanager.config as a file of its own";

    private const string Grafana =
        "Grafana's own form is not read: write its policies as route, its contact points as receivers, its mute times as "
        + "time_intervals";

    private const string Prometheus = "Prometheus's own file is not read: CloudWatch's alarms take the place of its rules";

    /// <summary>Keys at the top of such files, and what to say of them.</summary>
    public static ImmutableDictionary<string, string> Keys { get; } = new[]
    {
        (Kubernetes, "apiVersion kind metadata data stringData spec"),
        (Helm, "alertmanager config"),
        (Grafana, "policies contactPoints muteTimes"),
        (Prometheus, "groups rule_files scrape_configs alerting"),
    }.SelectMany(each => each.Item2.Split(' '), (each, key) => KeyValuePair.Create(key, each.Item1))
        .ToImmutableDictionary(StringComparer.Ordinal);
}
