using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>The whole file: <c>watchkeeper.yaml</c>.</summary>
internal static class ConfigurationKeys
{
    /// <summary>The file.</summary>
    public static MapSchema Root { get; } = new(
        "watchkeeper", "the configuration",
        [
            new KeySchema("locale", Formats.Locale, "The language of messages. Default: the template's parameter."),
            new KeySchema(
                "time_zone", Formats.TimeZone, "The readers' time zone, shown beside UTC. Default: the template's parameter."),
            new KeySchema("services", new ListSchema("a list of services", ServiceKeys.Map), "The application's parts."),
            new KeySchema("global", GlobalKeys.Map, "Alertmanager's defaults of channels."),
            new KeySchema(
                "route", RouteKeys.Route, "The route tree. Default: severity high and above to the default topic and address."),
            new KeySchema(
                "receivers", new ListSchema("a list of receivers", ReceiverKeys.Map), "Who is told, by which channels."),
            RouteKeys.Inhibitions,
            RouteKeys.StormCap,
            new KeySchema(
                "time_intervals", new ListSchema("a list of named time intervals", TimeKeys.Named("named_time_interval")),
                "Time intervals that routes refer to."),
            new KeySchema(
                "mute_time_intervals",
                new ListSchema("a list of named time intervals", TimeKeys.Named("named_mute_time_interval")),
                "The same under Alertmanager's older name."),
            new KeySchema("templates", new ListSchema("a list of files", Formats.Text), "Alertmanager's files of Go templates.")
            {
                Refusal = "names files of Go templates, which Watchkeeper does not evaluate: leave the key out",
            },
            new KeySchema("severity", new ListSchema("a list of severity rules", SeverityKeys.Map), "Rules that set severities."),
            new KeySchema("detections", DetectionKeys.Map, "How far detections are trusted."),
            new KeySchema("advisor", AdvisorKeys.Map, "What audits leave out."),
            new KeySchema("reactions", ReactionKeys.Map, "The limits of reactions."),
            .. OnCallKeys.All,
        ])
    {
        Misplaced = ForeignFiles.Keys,
    };
}
