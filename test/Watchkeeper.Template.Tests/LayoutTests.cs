using System.Collections.Immutable;
using Shouldly;
using Watchkeeper.Cli.Wiring;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>The order of template.yaml, for its readers.</summary>
public sealed class LayoutTests
{
    private const int MaxColumns = 130;

    public static TheoryData<string> All => Functions.All;

    [Theory, MemberData(nameof(All))]
    public void A_function_stands_beside_its_role_and_its_log_group_and_its_queue(string function) =>
        Resources().Select(resource => resource.LogicalId).SkipWhile(id => id != function).Take(4)
            .ShouldBe([function, $"{function}Role", $"{function}Logs", Functions.QueueOf(function)]);

    [Fact]
    public void The_alarms_on_Watchkeeper_stand_last_and_apart()
    {
        var types = Resources().Select(resource => resource.Type).ToList();
        var watching = types.SkipWhile(type => type != "AWS::CloudWatch::Alarm").ToList();

        watching.Distinct().ShouldBe(["AWS::CloudWatch::Alarm", "AWS::CloudWatch::Dashboard"]);
        types.Count(type => type.StartsWith("AWS::CloudWatch::", StringComparison.Ordinal)).ShouldBe(watching.Count);
    }

    [Fact]
    public void A_line_is_short_unless_an_address_makes_it_long() =>
        Evaluation.Yaml.Split('\n').Where(line => line.Length > MaxColumns && line.Trim().Split(' ').Length > 2).ShouldBeEmpty();

    private static ImmutableArray<TemplateResource> Resources()
    {
        var problems = new ProblemList();
        var resources = TemplateResource.AllOf(TemplateDocument.Load(Evaluation.Yaml, problems)!, problems);
        problems.InOrder().ShouldBeEmpty();
        return resources;
    }
}
