using Watchkeeper.Cli.Configuring.Schema;

namespace Watchkeeper.Cli.Configuring.Keys;

/// <summary>The application's parts: who owns each, what it depends on, and what belongs to it.</summary>
internal static class ServiceKeys
{
    private static readonly ListSchema Names = new("a list of names, in which * stands for any characters", Formats.Pattern);

    /// <summary>A service.</summary>
    public static MapSchema Map { get; } = new(
        "service", "a service",
        new KeySchema("name", Formats.Name, "Its name, the label service of its incidents.") { IsRequired = true },
        new KeySchema("owner", Formats.Name, "The team that owns it, the label owner of its incidents."),
        new KeySchema("description", Formats.Text, "What it does."),
        new KeySchema(
            "depends_on", new ListSchema("a list of services", Formats.Name), "The services without which it does not work."),
        new KeySchema("arns", new ListSchema("a list of ARNs", Formats.ArnPattern), "The ARNs of what belongs to it."),
        new KeySchema("names", Names, "The names of alarms, resources and queues that belong to it."),
        new KeySchema(
            "tags", new DictionarySchema("a map of tags and their values", Formats.Pattern, RefuseTag),
            "Tags of alarms that belong to it; all must be there."),
        new KeySchema("auto_scaling_groups", Names, "Its Auto Scaling groups."),
        new KeySchema("load_balancers", Names, "Its load balancers and target groups."),
        new KeySchema("databases", Names, "Its RDS databases and clusters, and DynamoDB tables."),
        new KeySchema("queues", Names, "Its SQS queues."));

    private static string? RefuseTag(string text) => text.Length is 0 or > 128 ? "a tag's key has 1 to 128 characters" : null;
}
