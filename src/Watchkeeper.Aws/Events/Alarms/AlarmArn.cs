namespace Watchkeeper.Aws.Events.Alarms;

/// <summary>An alarm's ARN: <c>arn:aws:cloudwatch:region:account:alarm:name</c>.</summary>
internal static class AlarmArn
{
    private const string Prefix = "alarm:";

    /// <summary>Whether a text is an alarm's ARN.</summary>
    public static bool Is(string text) =>
        Arn.Parse(text) is { Service: "cloudwatch" } arn && arn.Resource.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Creates the ARN of an alarm whose document contains none, in CloudWatch's format.</summary>
    public static string Format(string partition, string region, string account, string name) =>
        new Arn(partition.Length > 0 ? partition : Arn.PartitionOf(region), "cloudwatch", region, account, Prefix + name)
            .ToString();

    /// <summary>Returns the name in an ARN, or the text itself if it is not an alarm's ARN.</summary>
    public static string NameIn(string text) => Is(text) ? Arn.Parse(text)!.Value.Resource[Prefix.Length..] : text;
}
