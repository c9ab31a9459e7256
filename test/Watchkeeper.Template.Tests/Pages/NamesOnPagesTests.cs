using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Shouldly;
using Watchkeeper.Testing;
using Watchkeeper.Testing.Sam;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Watchkeeper.Template.Tests.Pages;

/// <summary>The names and numbers of the template that pages state are those of the template.</summary>
public sealed partial class NamesOnPagesTests
{
    private static readonly YamlMappingNode Template = Load();
    private static readonly ImmutableHashSet<string> Parameters = KeysOf("Parameters");
    private static readonly ImmutableHashSet<string> Outputs = KeysOf("Outputs");

    public static TheoryData<string> All => [.. Page.All.Select(page => page.Name)];

    [Fact]
    public void The_page_about_operating_has_a_row_for_each_parameter() =>
        ReadmeSection.Read("Configuration").Rows.SelectMany(row => ReadmeSection.Quoted(row[0]))
            .ShouldBe(Parameters, ignoreOrder: true);

    [Theory, MemberData(nameof(All))]
    public void Every_parameter_that_a_page_sets_exists(string name) =>
        Set(Page.Of(name)).Except(Parameters).ShouldBeEmpty($"no parameters, but set by {name}");

    [Theory, MemberData(nameof(All))]
    public void Every_output_that_a_page_names_exists(string name) =>
        Read(Page.Of(name)).Except(Outputs).ShouldBeEmpty($"no outputs, but named by {name}");

    [Theory, MemberData(nameof(All))]
    public void Every_function_that_a_page_names_exists(string name) =>
        Page.Of(name).Spans.Where(span => FunctionName().IsMatch(span)).Except(SamTemplate.OfRepository().Functions)
            .ShouldBeEmpty($"no functions, but named by {name}");

    [Fact]
    public void Names_are_found_on_a_page()
    {
        var page = Page.Parse("a", "With `MailDomian=a.example` the outputs\n`TableNam` and `KeyArn` hold; the output `Url` too.");

        Set(page).ShouldBe(["MailDomian"]);
        Read(page).ShouldBe(["TableNam", "KeyArn", "Url"]);
        Page.All.Sum(each => Set(each).Count()).ShouldBeGreaterThan(8);
        Page.All.Sum(each => Read(each).Count()).ShouldBeGreaterThan(5);
    }

    [Fact]
    public void The_costs_count_the_alarms_dashboards_and_keys_of_the_template()
    {
        var alarms = Resources("AWS::CloudWatch::Alarm");
        // An alarm on a single metric has no list of them.
        var metrics = alarms.Sum(
            alarm => int.Max(1, alarm.AllNodes.OfType<YamlMappingNode>().Count(node => node.Children.ContainsKey("MetricStat"))));
        var dashboards = Resources("AWS::CloudWatch::Dashboard").Count;
        var costs = ReadmeSection.Read("What it costs a month").Rows;

        costs.ShouldContain(row => row[0] == $"{alarms.Count} alarms over {metrics} metrics" && row[3] == Dollars(metrics * 0.10m));
        costs.ShouldContain(row => row[0] == $"{dashboards} dashboards" && row[3] == Dollars(dashboards * 3m));
        costs.ShouldContain(row => row[0] == $"{Resources("AWS::KMS::Key").Count} key");
        Page.Of("README.md").Prose.ShouldContain($"{alarms.Count} alarms over {metrics} metrics");
    }

    [Theory, InlineData(3), InlineData(4)]
    public void The_costs_add_up(int column)
    {
        var rows = ReadmeSection.Read("What it costs a month").Rows;
        var costs = rows.Select(row => row[column].Trim('*')).Where(cell => Cents().IsMatch(cell)).Select(Amount).ToList();

        costs.Count.ShouldBeGreaterThan(10);
        costs.SkipLast(1).Sum().ShouldBe(costs[^1]);
        var front = ReadmeSection.Read("What it costs").Rows.Select(row => row[column - 2].Trim('*'))
            .Where(cell => Cents().IsMatch(cell)).Select(Amount).ToList();
        front[^1].ShouldBe(costs[^1]);
        front.SkipLast(1).Sum().ShouldBe(front[^1]);
    }

    // `Name=value`
    private static IEnumerable<string> Set(Page page) =>
        page.Spans.Select(span => Setting().Match(span)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    // «the output `A`», «the outputs `A` and `B`»
    private static IEnumerable<string> Read(Page page) =>
        Output().Matches(page.Prose).SelectMany(match => match.Groups["name"].Captures).Select(capture => capture.Value);

    private static decimal Amount(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private static string Dollars(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static List<YamlNode> Resources(string type) =>
    [
        .. ((YamlMappingNode)Template["Resources"]).Children.Values
            .Where(each => ((YamlMappingNode)each)["Type"] is YamlScalarNode { Value: var value } && value == type),
    ];

    private static ImmutableHashSet<string> KeysOf(string section) =>
        [.. ((YamlMappingNode)Template[section]).Children.Keys.Select(key => ((YamlScalarNode)key).Value!)];

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(Evaluation.Yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex("^(?<name>[A-Z][a-z][A-Za-z0-9]*)=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Setting();

    [GeneratedRegex(@"\boutputs?\s+`(?<name>[A-Za-z0-9]+)`(\s+and\s+`(?<name>[A-Za-z0-9]+)`)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Output();

    [GeneratedRegex("^[A-Z][A-Za-z]+Function$", RegexOptions.None, 1000)]
    private static partial Regex FunctionName();

    [GeneratedRegex(@"^[0-9]+\.[0-9]{2}$", RegexOptions.None, 1000)]
    private static partial Regex Cents();
}
