using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Aws.Events.Json;

namespace Watchkeeper.Aws.Events.Trails;

/// <summary>The detail types of CloudTrail's records in EventBridge.</summary>
internal static class TrailDetailTypes
{
    /// <summary>Insights, which are signals by themselves.</summary>
    public const string Insight = "AWS Insight via CloudTrail";

    private const string Call = "AWS API Call via CloudTrail";
    private const string SignIn = "AWS Console Sign In via CloudTrail";

    private static readonly ImmutableArray<string> Types =
    [
        Call, SignIn, "AWS Service Event via CloudTrail", Insight, "AWS Console Action via CloudTrail",
        // EventBridge's user guide uses this spelling for sign-ins. Real events so far use only the form above.
        "AWS Console Signin via CloudTrail", "AWS Network Activity Event via CloudTrail",
    ];

    /// <summary>Whether a type belongs to CloudTrail.</summary>
    public static bool Includes(string type) => Types.Contains(type, StringComparer.Ordinal);

    /// <summary>
    /// The detail type that EventBridge would use for a record. Old records without <c>eventType</c> are calls.
    /// </summary>
    public static string OfRecord(JsonElement record) => record.Text("eventType") switch
    {
        "AwsConsoleSignIn" => SignIn,
        "AwsServiceEvent" => "AWS Service Event via CloudTrail",
        "AwsCloudTrailInsight" => Insight,
        "AwsConsoleAction" => "AWS Console Action via CloudTrail",
        "AwsVpceEvent" => "AWS Network Activity Event via CloudTrail",
        _ => Call,
    };
}
