using System.Collections.Immutable;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Testing;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Kills.Calls;

/// <summary>What the roles of template.yaml allow the functions' own code.</summary>
internal static class GrantedCalls
{
    /// <summary>
    /// What Lambda itself does in a role's name: it reads the stream, keeps what fails, writes logs, decrypts, traces.
    /// </summary>
    private static readonly ImmutableHashSet<string> LambdasOwn =
    [
        "dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams", "kms:Decrypt",
        "kms:GenerateDataKey",
        "logs:CreateLogStream", "logs:PutLogEvents", "s3:ListBucket", "s3:PutObject", "sqs:SendMessage",
        "xray:PutTelemetryRecords",
        "xray:PutTraceSegments",
    ];

    private static readonly Lazy<Dictionary<string, YamlNode>> Resources = new(Read);

    /// <summary>The actions, such as <c>dynamodb:PutItem</c>, of one function.</summary>
    public static ImmutableSortedSet<string> For(string function)
    {
        var resources = Resources.Value;
        var role = resources[$"{function}Role"];
        var sends = ActionsIn(role, "ManagedPolicyArns").Contains("SendPolicy", StringComparer.Ordinal)
            ? Actions(resources["SendPolicy"])
            : [];
        return [.. Actions(role).Concat(sends).Except(LambdasOwn, StringComparer.Ordinal)];
    }

    private static Dictionary<string, YamlNode> Read()
    {
        var problems = new ProblemList();
        var template = TemplateDocument.Load(File.ReadAllText(Repository.PathOf("template.yaml")), problems)!;
        return template.Section("Resources", problems).ToDictionary(each => each.Key, each => each.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Actions(YamlNode resource) =>
        ActionsIn(resource, "Action").Where(action => action != "sts:AssumeRole");

    /// <summary>Every text under every key of that name.</summary>
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
