using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Wiring;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Patterns;
using Xunit;

namespace Watchkeeper.Template.Tests.Wiring;

/// <summary>The local run's wiring of template.yaml equals AWS SAM's.</summary>
public sealed partial class TemplateWiringTests(ExpandedTemplate template)
{
    public static TheoryData<string> All => Tests.Functions.All;

    [Fact]
    public void The_rules_are_those_of_SAM_with_the_same_patterns()
    {
        var wiring = Evaluation.Wiring();
        var rules = template.OfType("AWS::Events::Rule")
            .Where(rule => rule["EventPattern"].ValueKind == JsonValueKind.Object).ToList();

        wiring.Rules.Select(rule => rule.Name).ShouldBe(rules.Select(rule => rule.Id), ignoreOrder: true);
        foreach (var rule in wiring.Rules)
        {
            using var pattern = JsonDocument.Parse(Named(template[rule.Name]["EventPattern"]));
            JsonElement.DeepEquals(rule.Pattern, pattern.RootElement).ShouldBeTrue(rule.Name);
            rule.State.ShouldBe(
                template[rule.Name]["State"] is { ValueKind: JsonValueKind.String } state && state.GetString() != "ENABLED"
                    ? RuleState.EnabledWithReads
                    : RuleState.Enabled);
            Tests.Reference.From(template[rule.Name]["Targets"][0].GetProperty("Arn")).ShouldBe($"{rule.Function}.Arn");
            rule.DeadLetters.ShouldBe("DeliveryDeadLetterQueue");
            rule.Retry.ShouldBe(new RetryPolicy(185, TimeSpan.FromDays(1)));
        }
    }

    // A local run has its own stack name and refers to a resource by its logical id. SES sends the mails unless a parameter
    // chooses otherwise.
    private static string Named(JsonElement pattern) =>
        Substituted().Replace(
            Referenced().Replace(Chosen().Replace(pattern.GetRawText(), "${value}"), "\"${id}\""), "\"watchkeeper${rest}\"");

    [GeneratedRegex(
        """\{"Fn::If": \["HasSes", (?<value>\{"Ref": "[A-Za-z0-9]+"\}), \{"Ref": "AWS::NoValue"\}\]\}""",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Chosen();

    [GeneratedRegex("""\{"Ref": "(?<id>[A-Za-z0-9]+)"\}""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Referenced();

    [GeneratedRegex(
        """\{"Fn::Sub": "\$\{AWS::StackName\}(?<rest>[-a-z]+)"\}""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Substituted();

    [Fact]
    public void The_schedules_are_those_of_SAM()
    {
        var wiring = Evaluation.Wiring();

        foreach (var schedule in wiring.Schedules)
            template[schedule.Name]["ScheduleExpression"].GetString().ShouldBe(schedule.Expression);
        wiring.Schedules.Select(schedule => (schedule.Name, schedule.Function, schedule.Every, schedule.IsEnabled)).ShouldBe(
            [
                ("AdvisorFunctionDaily", "AdvisorFunction", null, true),
                ("SweepFunctionEveryMinute", "SweepFunction", TimeSpan.FromMinutes(1), true),
            ]);
    }

    [Fact]
    public void The_schedule_of_the_audit_can_be_switched_off() =>
        Evaluation.Wiring(("AdvisorSchedule", "DISABLED")).Schedules.Single(schedule => schedule.Function == "AdvisorFunction")
            .IsEnabled.ShouldBeFalse();

    [Fact]
    public void The_streams_are_those_of_SAM_with_the_same_filters()
    {
        foreach (var stream in Evaluation.Wiring().Streams)
        {
            var mapping = template[stream.Name];
            stream.Table.ShouldBe("IncidentTable");
            stream.BatchSize.ShouldBe(mapping["BatchSize"].GetInt32());
            stream.MaximumAttempts.ShouldBe(mapping["MaximumRetryAttempts"].GetInt32());
            stream.MaximumAge.ShouldBe(TimeSpan.FromSeconds(mapping["MaximumRecordAgeInSeconds"].GetInt32()));
            (stream.Bisects, stream.ReportsFailures, stream.OnFailure).ShouldBe((true, true, "FailureBucket"));
            using var filter = JsonDocument.Parse(mapping["FilterCriteria.Filters"][0].GetProperty("Pattern").GetString()!);
            JsonElement.DeepEquals(stream.Filters.ShouldHaveSingleItem().Pattern, filter.RootElement).ShouldBeTrue(stream.Name);
        }
    }

    [Fact]
    public void Topics_queues_and_alarms_lead_to_the_right_targets()
    {
        var wiring = Evaluation.Wiring();

        wiring.Subscriptions.Select(each => (each.Topic, each.Protocol, each.Endpoint)).ShouldBe(
            [("AlarmTopic", "lambda", "AlarmFunction"), ("NotificationTopic", "email", "operations@example.com")]);
        wiring.AlarmActions.ShouldBe(["AlarmFunction"]);
        wiring.Topics.ShouldBe(["AlarmTopic", "NotificationTopic"]);
        wiring.Queues.ShouldBe(
            [.. Tests.Functions.Names.Select(Tests.Functions.QueueOf), Tests.Functions.TimerQueue, "DeliveryDeadLetterQueue"]);
    }

    [Fact]
    public void Timers_go_to_the_sweep_few_at_a_time() =>
        Evaluation.Wiring().QueueMappings.ShouldBe(
            [new QueueMapping { Function = "SweepFunction", Queue = Tests.Functions.TimerQueue, BatchSize = 10 }]);

    [Fact]
    public void The_definition_of_the_table_suffices_to_create_it()
    {
        var table = Evaluation.Wiring().Tables.ShouldHaveSingleItem();

        table.Key.ShouldBe(new TableKey("pk", "sk"));
        table.Indexes.ShouldBe([new("open", new("o", "os"), "KEYS_ONLY"), new("due", new("d", "ds"), "KEYS_ONLY")]);
        (table.LogicalId, table.StreamView, table.TimeToLive).ShouldBe(("IncidentTable", "NEW_AND_OLD_IMAGES", "ttl"));
        table.AttributeTypes.Keys.ShouldBe(["d", "ds", "o", "os", "pk", "sk"]);
    }

    [Theory, MemberData(nameof(All))]
    public void A_function_has_the_properties_that_SAM_gives_it(string name)
    {
        var function = Evaluation.Wiring().Functions.Single(each => each.LogicalId == name);

        function.Timeout.ShouldBe(TimeSpan.FromSeconds(template[name]["Timeout"].GetInt32()));
        function.Memory.ShouldBe(template[name]["MemorySize"].GetInt32());
        function.ReservedConcurrency.ShouldBeNull();
        Evaluation.Wiring(("ReserveConcurrency", "true")).Functions.Single(each => each.LogicalId == name).ReservedConcurrency
            .ShouldBe(template[name]["ReservedConcurrentExecutions"].GetProperty("Fn::If")[1].GetInt32());
        function.OnFailure.ShouldBe(Tests.Functions.QueueOf(name));
        function.Retry.MaximumAttempts.ShouldBe(template[$"{name}EventInvokeConfig"]["MaximumRetryAttempts"].GetInt32());
        function.Environment.Keys.ShouldBe(
            template[name]["Environment.Variables"].EnumerateObject().Select(variable => variable.Name), ignoreOrder: true);
    }

    [Theory, MemberData(nameof(All))]
    public void A_function_starts_with_its_variables(string name)
    {
        var variables = Evaluation.Wiring().Functions.Single(each => each.LogicalId == name).Environment;
        var asked = new HashSet<string>(StringComparer.Ordinal);
        var reader = new SettingsReader(variable =>
        {
            asked.Add(variable);
            return variables.GetValueOrDefault(variable);
        });

        var settings = reader.Read().ShouldNotBeNull(string.Join('\n', reader.Problems));
        settings.Function.ToString().ShouldBe(name);
        settings.Table.ShouldBe("IncidentTable");
        // The AWS SDK reads this one.
        variables.Keys.Where(variable => variable != "AWS_ENDPOINT_URL").ShouldBeSubsetOf(asked);
    }

    [Fact]
    public void A_local_run_knows_the_roles_of_its_functions()
    {
        var variables = Evaluation.Wiring().Functions.Single(each => each.LogicalId == "TrailFunction").Environment;

        new SettingsReader(variables.GetValueOrDefault).Read().ShouldNotBeNull().Configuration().OwnRoles.ShouldBe(
        [
            "arn:aws:iam::123456789012:role/AdvisorFunctionRole", "arn:aws:iam::123456789012:role/NotifyFunctionRole",
            "arn:aws:iam::123456789012:role/ReactFunctionRole", "arn:aws:iam::123456789012:role/SweepFunctionRole",
        ]);
    }

    [Fact]
    public void With_an_emulator_every_resource_is_found_there()
    {
        var function = Evaluation.Wiring(("EndpointUrl", "http://127.0.0.1:5000")).Functions.Single(
            each => each.LogicalId == "NotifyFunction");

        function.Environment["AWS_ENDPOINT_URL"].ShouldBe("http://127.0.0.1:5000");
        function.Environment["WATCHKEEPER_DEAD_LETTER_URL"].ShouldBe("http://127.0.0.1:5000/123456789012/NotifyDeadLetterQueue");
        function.Environment["WATCHKEEPER_TOPIC_ARN"].ShouldBe("arn:aws:sns:eu-central-1:123456789012:NotificationTopic");
    }

    [Theory]
    [InlineData("NotifyFunction")]
    [InlineData("SweepFunction")]
    public void Mail_comes_from_the_sender_or_the_address_itself_or_by_the_topic_alone(string function)
    {
        Sender().ShouldBe("operations@example.com");
        Sender(("MailSender", "watchkeeper@example.com")).ShouldBe("watchkeeper@example.com");
        Sender(("MailBy", "sns"), ("MailSender", "watchkeeper@example.com")).ShouldBeNull();

        string? Sender(params (string, string)[] parameters)
        {
            var variables = Evaluation.Wiring(parameters).Functions.Single(each => each.LogicalId == function).Environment;
            return new SettingsReader(variables.GetValueOrDefault).Read().ShouldNotBeNull().MailFrom;
        }
    }

    [Fact]
    public void Mail_comes_from_the_domain_if_there_is_one()
    {
        Sender(("MailDomain", "shop.example")).ShouldBe("watchkeeper@shop.example");
        Sender(("MailDomain", "shop.example"), ("MailSenderName", "alerts")).ShouldBe("alerts@shop.example");

        static string Sender(params (string, string)[] parameters) =>
            Evaluation.Wiring(parameters).Functions.Single(each => each.LogicalId == "SweepFunction")
                .Environment["WATCHKEEPER_MAIL_FROM"];
    }

    [Fact]
    public void Every_pattern_is_valid_for_EventBridge()
    {
        var wiring = Evaluation.Wiring();

        foreach (var pattern in wiring.Rules.Select(rule => rule.Pattern)
            .Concat(wiring.Streams.SelectMany(stream => stream.Filters).Select(filter => filter.Pattern)))
        {
            EventPattern.Parse(pattern).Pattern.ShouldNotBeNull(pattern.GetRawText());
        }
    }
}
