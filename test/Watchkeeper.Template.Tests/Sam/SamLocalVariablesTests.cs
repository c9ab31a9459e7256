using System.Text.Json.Nodes;
using Shouldly;
using Watchkeeper.Functions.Composition;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Sam;
using Xunit;

namespace Watchkeeper.Template.Tests.Sam;

/// <summary>The variables that the README's <c>sam local invoke</c> passes to each function of the template.</summary>
public sealed class SamLocalVariablesTests
{
    // The real endpoint of AWS, the default sender, no second topic, no networks: empty has a meaning for each.
    private static readonly string[] MayBeEmpty =
    [
        "AWS_ENDPOINT_URL", "WATCHKEEPER_MAIL_FROM", "WATCHKEEPER_WEBHOOK_TOPIC_ARN", "WATCHKEEPER_WEBHOOK_NETWORKS",
    ];

    private static readonly SamTemplate Template = SamTemplate.OfRepository();
    private static readonly string Endpoint = SamReadme.Invocation.ParameterOverrides["EndpointUrl"];
    private static readonly SamInvocation WithoutEndpoint =
        SamReadme.Invocation with { ParameterOverrides = SamReadme.Invocation.ParameterOverrides.Remove("EndpointUrl") };

    public static TheoryData<string> All { get; } = [.. Template.Functions];

    [Fact]
    public void The_functions_are_those_of_the_executable() =>
        Template.Functions.ShouldBe(Tests.Functions.Names, ignoreOrder: true);

    [Theory, MemberData(nameof(All))]
    public void Every_variable_can_be_resolved_with_an_emulator_and_without_one(string function)
    {
        foreach (var invocation in (SamInvocation[])[SamReadme.Invocation, WithoutEndpoint])
        {
            var worked = Template.WorkedOut(function, invocation);
            worked.Keys.ShouldContain("WATCHKEEPER_FUNCTION");
            foreach (var (name, value) in worked)
            {
                value.ShouldBeAssignableTo<JsonValue>(
                    $"{name} of {function} comes empty from sam local invoke: it cannot be worked out: {value?.ToJsonString()}");
                if (!MayBeEmpty.Contains(name))
                    value!.ToString().ShouldNotBeEmpty(name);
            }
        }
    }

    [Theory, MemberData(nameof(All))]
    public void No_variable_holds_AWS_NoValue(string function) =>
        Template.Written(function).ToJsonString().ShouldNotContain("AWS::NoValue");

    [Fact]
    public void A_variable_that_depends_on_a_condition_is_noticed()
    {
        var yaml = Evaluation.Yaml.Replace(
            "AWS_ENDPOINT_URL: !Ref EndpointUrl", "AWS_ENDPOINT_URL: !If [HasEndpoint, !Ref EndpointUrl, !Ref AWS::NoValue]",
            StringComparison.Ordinal);
        yaml.ShouldNotBe(Evaluation.Yaml);

        SamTemplate.Parse(yaml).WorkedOut("AlarmFunction", SamReadme.Invocation)["AWS_ENDPOINT_URL"].ShouldBeOfType<JsonObject>();
    }

    [Theory, MemberData(nameof(All))]
    public void With_the_emulator_the_function_starts_and_finds_every_resource(string function)
    {
        var variables = Template.Environment(function, SamReadme.Invocation);
        var reader = new SettingsReader(variables.GetValueOrDefault);

        var settings = reader.Read().ShouldNotBeNull(string.Join('\n', reader.Problems));
        settings.Function.ToString().ShouldBe(function);
        variables["AWS_ENDPOINT_URL"].ShouldBe(Endpoint);
        settings.DeadLetterUrl.ToString().ShouldBe($"{Endpoint}/123456789012/{Tests.Functions.QueueOf(function)}");
        settings.Table.ShouldBe("IncidentTable");
        settings.Home.ShouldBe(new("123456789012", SamReadme.Invocation.Region!));
        if (variables.ContainsKey("WATCHKEEPER_TOPIC_ARN"))
            settings.TopicArn.ShouldBe($"arn:aws:sns:{SamReadme.Invocation.Region}:123456789012:NotificationTopic");
        if (variables.ContainsKey("WATCHKEEPER_MAIL_TO"))
            settings.MailTo.Append(settings.MailFrom).ShouldBe(["operations@shop.example", "operations@shop.example"]);
    }

    [Theory, MemberData(nameof(All))]
    public void Without_an_emulator_the_function_reports_what_is_missing(string function)
    {
        var reader = new SettingsReader(Template.Environment(function, WithoutEndpoint).GetValueOrDefault);

        reader.Read().ShouldBeNull();
        reader.Problems.ShouldContain(
            problem => problem.StartsWith("AWS_ENDPOINT_URL is not set: sam local invoke needs", StringComparison.Ordinal));
    }

    [Fact]
    public void Mail_by_the_topic_alone_sends_no_mail_by_SES()
    {
        var invocation =
            SamReadme.Invocation with { ParameterOverrides = SamReadme.Invocation.ParameterOverrides.Add("MailBy", "sns") };

        new SettingsReader(Template.Environment("NotifyFunction", invocation).GetValueOrDefault).Read()!.MailFrom.ShouldBeNull();
    }

    [Fact]
    public void The_container_knows_the_host_of_the_emulator() =>
        SamReadme.Invocation.Hosts.ShouldContain(new Uri(Endpoint).Host);

    [Fact]
    public void The_shell_sets_no_variable_that_would_override_the_template() =>
        SamReadme.Shell.Keys.Intersect(Template.Functions.SelectMany(
            function => Template.WorkedOut(function, SamReadme.Invocation).Keys)).ShouldBeEmpty();

    [Fact]
    public void Every_function_has_a_ready_event_in_the_README()
    {
        Template.Functions.Except(SamReadme.Events.Select(each => each.Function), StringComparer.Ordinal)
            .ShouldBeEmpty("these functions lack a row with a ready event in «One function on your machine»");
        foreach (var ready in SamReadme.Events)
        {
            Template.Functions.ShouldContain(ready.Function);
            File.Exists(Repository.PathOf(ready.File)).ShouldBeTrue(ready.File);
            ready.Seen.ShouldNotBeEmpty(ready.Function);
        }
    }
}
