using System.Text.Json;

namespace Watchkeeper.Cli.Wiring;

/// <summary>Reads a function's Events section, from which AWS SAM creates rules, subscriptions and mappings.</summary>
internal sealed class EventRuleReader
{
    private const int Day = 86_400;
    private const string AllCalls = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

    private readonly List<EventRule> rules = [];
    private readonly List<Schedule> schedules = [];
    private readonly List<TopicSubscription> subscriptions = [];
    private readonly List<StreamMapping> streams = [];
    private readonly List<QueueMapping> queues = [];

    public IEnumerable<EventRule> Rules => rules;

    public IEnumerable<Schedule> Schedules => schedules;

    public IEnumerable<TopicSubscription> Subscriptions => subscriptions;

    public IEnumerable<StreamMapping> Streams => streams;

    public IEnumerable<QueueMapping> Queues => queues;

    public void Read(string function, string id, Fields source)
    {
        var name = function + id;
        var properties = source.Map("Properties");
        switch (source.RequiredText("Type"))
        {
            case "EventBridgeRule":
                rules.Add(Rule(function, name, properties.Only("Pattern", "State", "RetryPolicy", "DeadLetterConfig")));
                break;
            case "Schedule":
                schedules.Add(Time(function, name, properties.Only("Schedule", "State", "RetryPolicy", "DeadLetterConfig")));
                break;
            case "SNS":
                subscriptions.Add(Topic(function, name, properties.Only("Topic", "RedrivePolicy")));
                break;
            case "DynamoDB":
                streams.Add(StreamMappingReader.Read(function, name, properties));
                break;
            case "SQS":
                queues.Add(Queue(
                    function,
                    properties.Only("Queue", "BatchSize", "MaximumBatchingWindowInSeconds", "ScalingConfig")));
                break;
            case { Length: > 0 } other:
                source.Problem(
                    source.Place, "Type",
                    $"the local run does not know «{other}»: use EventBridgeRule, Schedule, SNS, SQS or DynamoDB");
                break;
        }
    }

    private static EventRule Rule(string function, string name, Fields rule)
    {
        var pattern = rule.Value("Pattern");
        if (pattern is not (TemplateValue.Map or TemplateValue.Broken))
            rule.Problem(pattern?.Place ?? rule.Place, "Pattern", "must be a map: the event pattern");
        return new EventRule
        {
            Name = name,
            Function = function,
            Pattern = pattern is TemplateValue.Map ? PatternJson.From(pattern) : default(JsonElement),
            Place = pattern?.Place ?? rule.Place,
            State = State(rule, mayMatchReads: true),
            Retry = Retry(rule.Map("RetryPolicy")),
            DeadLetters = rule.Map("DeadLetterConfig").Resource("Arn"),
        };
    }

    private static Schedule Time(string function, string name, Fields schedule)
    {
        var expression = schedule.RequiredText("Schedule");
        var isRate = ScheduleRate.TryParse(expression, out var every);
        if (!isRate && expression.Length > 0 && !ScheduleRate.LooksLikeCron(expression))
        {
            schedule.Problem(
                schedule.Value("Schedule")!.Place, "Schedule",
                $"«{expression}» must be rate(5 minutes) or cron(0 6 * * ? *)");
        }

        return new Schedule
        {
            Name = name,
            Function = function,
            Expression = expression,
            Every = isRate ? every : null,
            IsEnabled = State(schedule, mayMatchReads: false) is RuleState.Enabled,
            Retry = Retry(schedule.Map("RetryPolicy")),
            DeadLetters = schedule.Map("DeadLetterConfig").Resource("Arn"),
        };
    }

    private static TopicSubscription Topic(string function, string name, Fields source) => new()
    {
        Name = name,
        Topic = source.RequiredResource("Topic"),
        Protocol = "lambda",
        Endpoint = function,
        DeadLetters = source.Map("RedrivePolicy").Resource("deadLetterTargetArn"),
    };

    private static QueueMapping Queue(string function, Fields source) => new()
    {
        Function = function,
        Queue = source.RequiredResource("Queue"),
        BatchSize = source.Whole("BatchSize", 1, 10_000) ?? 10,
    };

    private static RetryPolicy Retry(Fields policy) => new(
        policy.Whole("MaximumRetryAttempts", 0, 185) ?? RetryPolicy.RuleDefault.MaximumAttempts,
        policy.Seconds("MaximumEventAgeInSeconds", 60, Day) ?? RetryPolicy.RuleDefault.MaximumAge);

    /// <param name="rule">The rule or schedule.</param>
    /// <param name="mayMatchReads">Whether the rule can match read-only calls; false for a schedule.</param>
    private static RuleState State(Fields rule, bool mayMatchReads)
    {
        switch (rule.Text("State"))
        {
            case null or "ENABLED":
                return RuleState.Enabled;
            case "DISABLED":
                return RuleState.Disabled;
            case AllCalls when mayMatchReads:
                return RuleState.EnabledWithReads;
            case var other:
                var more = mayMatchReads ? $", or {AllCalls}" : "";
                rule.Problem(rule.Value("State")!.Place, "State", $"must be ENABLED or DISABLED{more}, not «{other}»");
                return RuleState.Enabled;
        }
    }
}
