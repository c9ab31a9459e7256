using System.Collections.Immutable;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Builds the wiring from one resource after the other.</summary>
internal sealed class WiringGathering(TemplateSymbols symbols, PropertyReader properties, ProblemList problems)
{
    private const string AlarmService = "lambda.alarms.cloudwatch.amazonaws.com";

    private readonly List<FunctionWiring> functions = [];
    private readonly EventRuleReader events = new();
    private readonly List<TopicSubscription> subscriptions = [];
    private readonly List<string> alarmActions = [];
    private readonly List<TableWiring> tables = [];
    private readonly List<string> queues = [];
    private readonly List<string> topics = [];
    private readonly List<string> buckets = [];

    public void Add(TemplateResource resource)
    {
        switch (resource.Type)
        {
            case "AWS::Serverless::Function":
                AddFunction(resource.LogicalId, properties.ReadFunction(resource,
                    "Timeout", "MemorySize", "ReservedConcurrentExecutions", "Environment", "EventInvokeConfig", "Events"));
                break;
            case "AWS::DynamoDB::Table":
                tables.Add(TableReader.Read(resource.LogicalId, properties.Read(resource,
                    "KeySchema", "AttributeDefinitions", "GlobalSecondaryIndexes", "StreamSpecification",
                    "TimeToLiveSpecification")));
                break;
            case "AWS::SNS::Subscription":
                subscriptions.Add(Subscription(resource.LogicalId, properties.Read(resource,
                    "TopicArn", "Protocol", "Endpoint", "RedrivePolicy")));
                break;
            case "AWS::Lambda::Permission":
                AddPermission(properties.Read(resource, "Principal", "FunctionName"));
                break;
            case "AWS::SQS::Queue":
                queues.Add(resource.LogicalId);
                break;
            case "AWS::SNS::Topic":
                topics.Add(resource.LogicalId);
                break;
            case "AWS::S3::Bucket":
                buckets.Add(resource.LogicalId);
                break;
            case "AWS::Events::Rule" or "AWS::Scheduler::Schedule" or "AWS::Pipes::Pipe" or "AWS::Lambda::EventSourceMapping"
                or "AWS::Lambda::Function":
                problems.Add(resource.Place, $"{resource.Path}.Type",
                    $"the local run does not follow {resource.Type}: write it as an AWS::Serverless::Function and its Events");
                break;
        }
    }

    public TemplateWiring ToWiring() => new()
    {
        Functions = [.. functions],
        Rules = [.. events.Rules],
        Schedules = [.. events.Schedules],
        Subscriptions = [.. events.Subscriptions, .. subscriptions],
        Streams = [.. events.Streams],
        QueueMappings = [.. events.Queues],
        AlarmActions = [.. alarmActions],
        Tables = [.. tables],
        Queues = [.. queues],
        Topics = [.. topics],
        Buckets = buckets.ToImmutableSortedDictionary(
            id => id,
            id => symbols.Names.Reference("AWS::S3::Bucket", id),
            StringComparer.Ordinal),
        Names = symbols.Names,
        Parameters = symbols.Parameters,
    };

    private void AddFunction(string logicalId, Fields function)
    {
        functions.Add(FunctionReader.Read(logicalId, function));
        foreach (var (id, source) in function.Map("Events").Named())
            events.Read(logicalId, id, source);
    }

    private void AddPermission(Fields permission)
    {
        if (permission.RequiredText("Principal") == AlarmService)
            alarmActions.Add(permission.RequiredResource("FunctionName"));
    }

    private static TopicSubscription Subscription(string logicalId, Fields subscription)
    {
        var protocol = subscription.RequiredText("Protocol");
        return new TopicSubscription
        {
            Name = logicalId,
            Topic = subscription.RequiredResource("TopicArn"),
            Protocol = protocol,
            Endpoint = protocol == "lambda" ? subscription.RequiredResource("Endpoint") : subscription.RequiredText("Endpoint"),
            DeadLetters = subscription.Map("RedrivePolicy").Resource("deadLetterTargetArn"),
        };
    }
}
