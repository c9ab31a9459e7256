using System.Collections.Immutable;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Testing;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Kills.Calls;

/// <summary>The actions that the roles of template.yaml grant to the functions' own code.</summary>
internal static class GrantedCalls
{
    /// <summary>
    /// The actions of Lambda itself: it reads the stream and a queue, stores failed records, writes logs, decrypts and traces.
    /// </summary>
    private static readonly ImmutableHashSet<string> LambdasOwn =
    [
        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams", "kms:Decrypt",
        "kms:GenerateDataKey",
        "logs:CreateLogStream", "logs:PutLogEvents", "s3:ListBucket", "s3:PutObject",
        "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage", "sqs:SendMessage",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    ];

    private static readonly Lazy<Dictionary<string, YamlNode>> Resources = new(Read);

    /// <summary>The actions of one function, such as <c>dynamodb:PutItem</c>.</summary>
    public static ImmutableSortedSet<string> For(string function) =>
        [.. PoliciesOf(function).SelectMany(Actions).Except(LambdasOwn, StringComparer.Ordinal)];

    /// <summary>The rows of one function, by the statements of its role and of the policy of those that send.</summary>
    public static ImmutableArray<GrantedRows> RowsFor(string function) => [.. PoliciesOf(function).SelectMany(GrantedRows.In)];

    private static IEnumerable<YamlNode> PoliciesOf(string function)
    {
        var role = Resources.Value[$"{function}Role"];
        yield return role;
        if (ActionsIn(role, "ManagedPolicyArns").Contains("SendPolicy", StringComparer.Ordinal))
            yield return Resources.Value["SendPolicy"];
    }

    private static Dictionary<string, YamlNode> Read()
    {
        var problems = new ProblemList();
        var template = TemplateDocument.Load(File.ReadAllText(Repository.PathOf("template.yaml")), problems)!;
        return template.Section("Resources", problems).ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Actions(YamlNode resource) =>
        ActionsIn(resource, "Action").Where(action => action != "sts:AssumeRole");

    /// <summary>Every text under any key of that name.</summary>
    private static IEnumerable<string> ActionsIn(YamlNode node, string key) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(
            child => child.Key is YamlScalarNode { Value: { } name } && name == key
                ? Texts(child.Value)
                : ActionsIn(child.Value, key)),
        YamlSequenceNode list => list.Children.SelectMany(child => ActionsIn(child, key)),
        _ => [],
    };

    private static IEnumerable<string> Texts(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { } text } => [text],
        YamlSequenceNode list => list.Children.SelectMany(Texts),
        _ => [],
    };
}
