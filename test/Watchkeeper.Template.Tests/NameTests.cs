using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Cli.Wiring;
using Xunit;

namespace Watchkeeper.Template.Tests;

/// <summary>
/// A stack's name has 1 to 128 letters, digits and hyphens; each name made of it must be valid for its service too.
/// </summary>
public sealed class NameTests(ExpandedTemplate template)
{
    private const int LongestPattern = 2048;

    /// <summary>The names that each service accepts, by the property that holds the name.</summary>
    private static readonly ImmutableDictionary<string, Regex> Rules = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AWS::CloudTrail::Trail TrailName"] = "^(?=.{3,128}$)[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$",
        ["AWS::CloudWatch::Alarm AlarmName"] = "^.{1,255}$",
        ["AWS::CloudWatch::Dashboard DashboardName"] = "^[A-Za-z0-9_-]{1,255}$",
        ["AWS::KMS::Alias AliasName"] = "^alias/(?!aws/)[a-zA-Z0-9/_-]{1,250}$",
        ["AWS::Logs::LogGroup LogGroupName"] = "^[.\\-_/#A-Za-z0-9]{1,512}$",
    }.ToImmutableDictionary(
        rule => rule.Key, rule => new Regex(rule.Value, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10)),
        StringComparer.Ordinal);

    public static TheoryData<string> StackNames { get; } =
        [.. (string[])["a", "Shop--Watch", "shop-", "a--", new string('w', 128), $"{new string('w', 126)}--"]];

    [Theory, MemberData(nameof(StackNames))]
    public void Every_name_is_valid_for_its_service_whatever_the_stack_is_called(string stack)
    {
        var names = new PhysicalNames { StackName = stack };

        foreach (var (resource, property) in Named())
        {
            var name = Evaluation.Text(resource.Id, property, names);
            Rules[$"{resource.Type} {property}"].IsMatch(name).ShouldBeTrue($"{resource.Id}: «{name}»");
        }
    }

    [Fact]
    public void Every_name_in_the_template_has_a_rule_here() =>
        Named().Select(each => $"{each.Resource.Type} {each.Property}").Distinct(StringComparer.Ordinal)
            .ShouldBe(Rules.Keys, ignoreOrder: true);

    [Theory, MemberData(nameof(StackNames))]
    public void Every_pattern_is_short_enough_for_EventBridge(string stack)
    {
        var options = new WiringOptions { Parameters = Evaluation.Given, Names = new PhysicalNames { StackName = stack } };
        var wiring = WiringReader.Read(Evaluation.Yaml, options).ShouldBeOfType<WiringParseResult.Read>().Wiring;

        wiring.Rules.ShouldAllBe(rule => rule.Pattern.GetRawText().Length <= LongestPattern);
    }

    // CloudFormation generates the other names and shortens them.
    private IEnumerable<(Resource Resource, string Property)> Named() =>
        from resource in template.Resources
        from property in resource.Properties.EnumerateObject()
        where property.Name.EndsWith("Name", StringComparison.Ordinal) && IsMade(property.Value)
        select (resource, property.Name);

    private static bool IsMade(JsonElement value) => value.GetRawText() is var text
        && (text.Contains("AWS::StackName", StringComparison.Ordinal) || text.Contains("AWS::StackId", StringComparison.Ordinal));
}
