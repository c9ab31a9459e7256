using System.Text.Json;
using Shouldly;
using Xunit;

namespace Watchkeeper.Template.Tests;

public sealed class DashboardTests
{
    /// <summary>The functions' metrics, and the dimensions of each.</summary>
    public static TheoryData<string, string> Emitted { get; } = new()
    {
        { "SignalsReceived", "Watchkeeper,Source,Outcome" },
        { "IncidentsOpened", "Watchkeeper,Severity" },
        { "IncidentsResolved", "Watchkeeper,Severity" },
        { "EventToRecord", "Watchkeeper,Source" },
        { "EventToNotification", "Watchkeeper,Channel" },
        { "Sends", "Watchkeeper,Channel,Result" },
        { "Reactions", "Watchkeeper,Reaction,Outcome" },
        { "DeadLetters", "Watchkeeper,Function" },
        { "UnknownSeverities", "Watchkeeper,Source" },
        { "StagedMatches", "Watchkeeper,Detection" },
        { "MailFailures", "Watchkeeper,Kind" },
    };

    [Theory, MemberData(nameof(Emitted))]
    public void The_dashboard_of_Watchkeeper_shows_every_metric_that_is_emitted(string metric, string schema) =>
        Evaluation.Text("Dashboard", "DashboardBody").ShouldContain($$"""SEARCH('{{{schema}}} MetricName=\"{{metric}}\"',""");

    [Theory]
    [InlineData("Invocations")]
    [InlineData("Errors")]
    [InlineData("Throttles")]
    [InlineData("Duration")]
    public void The_dashboard_of_Watchkeeper_shows_every_function(string metric)
    {
        var body = Evaluation.Text("Dashboard", "DashboardBody");

        foreach (var function in Functions.Names)
            body.ShouldContain($$"""["AWS/Lambda", "{{metric}}", "FunctionName", "{{function}}",""");
    }

    [Fact]
    public void The_dashboard_of_Watchkeeper_shows_every_queue_and_the_age_of_the_stream()
    {
        var body = Evaluation.Text("Dashboard", "DashboardBody");

        foreach (var queue in Functions.Names.Select(Functions.QueueOf).Append("DeliveryDeadLetterQueue"))
            body.ShouldContain($$"""["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "{{queue}}",""");
        body.ShouldContain("""["AWS/Lambda", "IteratorAge", "FunctionName", "NotifyFunction",""");
        body.ShouldContain("""["AWS/Lambda", "IteratorAge", "FunctionName", "ReactFunction",""");
    }

    [Theory]
    [InlineData("CPUUtilization")]
    [InlineData("DiskReadBytes")]
    [InlineData("DiskWriteBytes")]
    [InlineData("NetworkIn")]
    [InlineData("NetworkOut")]
    [InlineData("StatusCheckFailed")]
    [InlineData("mem_used_percent")]
    public void The_dashboard_of_the_application_shows_its_five_families(string metric) =>
        Evaluation.Text("ApplicationDashboard", "DashboardBody").ShouldContain($"""MetricName=\"{metric}\" """.TrimEnd());

    [Fact]
    public void Without_parameters_every_instance_is_shown() =>
        Expressions().ShouldContain("SEARCH('{AWS/EC2,InstanceId} MetricName=\"CPUUtilization\" ', 'Average')");

    [Fact]
    public void A_group_is_shown_as_one() =>
        Expressions(("AutoScalingGroupName", "shop web"), ("InstanceId", "i-0123456789abcdef0"))
            .ShouldContain("SEARCH('{AWS/EC2,AutoScalingGroupName} MetricName=\"CPUUtilization\" "
                + "AutoScalingGroupName=\"shop web\"', 'Average')");

    [Fact]
    public void An_instance_is_shown_alone() =>
        Expressions(("InstanceId", "i-0123456789abcdef0"))
            .ShouldContain("SEARCH('{AWS/EC2,InstanceId} MetricName=\"NetworkIn\" InstanceId=\"i-0123456789abcdef0\"', 'Sum')");

    [Fact]
    public void Custom_metrics_are_those_of_the_parameters() =>
        Expressions(("CustomNamespace", "Shop/Orders"), ("CustomMetric", "Failed: all"))
            .ShouldContain("SEARCH('Namespace=\"Shop/Orders\" MetricName=\"Failed: all\"', 'Average')");

    [Theory]
    [InlineData("Dashboard")]
    [InlineData("ApplicationDashboard")]
    public void No_two_widgets_overlap(string dashboard)
    {
        using var body = JsonDocument.Parse(Evaluation.Text(dashboard, "DashboardBody"));
        var taken = new HashSet<(int, int)>();

        foreach (var widget in body.RootElement.GetProperty("widgets").EnumerateArray())
        {
            var (x, y) = (widget.GetProperty("x").GetInt32(), widget.GetProperty("y").GetInt32());
            var (width, height) = (widget.GetProperty("width").GetInt32(), widget.GetProperty("height").GetInt32());
            (x + width).ShouldBeLessThanOrEqualTo(24);
            foreach (var cell in from column in Enumerable.Range(x, width)
                                 from row in Enumerable.Range(y, height)
                                 select (column, row))
            {
                taken.Add(cell).ShouldBeTrue();
            }
            widget.GetProperty("properties").GetProperty("metrics").GetArrayLength().ShouldBePositive();
            widget.GetProperty("properties").GetProperty("region").GetString().ShouldBe("eu-central-1");
        }
    }

    private static List<string> Expressions(params (string, string)[] parameters)
    {
        using var body = JsonDocument.Parse(Evaluation.Text("ApplicationDashboard", "DashboardBody", parameters));
        return [.. body.RootElement.GetProperty("widgets").EnumerateArray()
            .SelectMany(widget => widget.GetProperty("properties").GetProperty("metrics").EnumerateArray())
            .Select(metric => metric[0].GetProperty("expression").GetString()!)];
    }
}
