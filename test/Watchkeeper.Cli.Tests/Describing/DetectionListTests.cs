using Shouldly;
using Watchkeeper.Cli.Describing;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Xunit;

namespace Watchkeeper.Cli.Tests.Describing;

public sealed class DetectionListTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_detection_is_one_line_in_the_order_of_the_ids()
    {
        using var describer = new Describer();

        await describer.ListAsync();

        describer.Lines.Length.ShouldBe(DetectionCatalogue.Ids.Length + 2);
        describer.Lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(["id", "severity", "stage", "title", "services"]);
        describer.Lines.Skip(1).SkipLast(1).Select(line => line.Split(' ')[0])
            .ShouldBe(DetectionCatalogue.Ids.Order(StringComparer.Ordinal));
        describer.Lines.ShouldContain(line => line.StartsWith("trail-stopped ") && line.Contains("  CRITICAL  on ")
            && line.Contains("  CloudTrail stopped or deleted  ") && line.EndsWith("  cloudtrail"));
        describer.Lines[^1].ShouldStartWith($"{DetectionCatalogue.Ids.Length} detections: ");
    }

    [Fact]
    public async Task A_narrow_terminal_shows_id_severity_and_title()
    {
        using var describer = new Describer(width: 80);

        await describer.ListAsync(rules: folder.File("tap-opened.json", Describer.Rule));

        describer.Lines.ShouldAllBe(line => line.Length <= 80);
        describer.Lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["id", "severity", "title"]);
        describer.Lines.ShouldContain(line => line.StartsWith("tap-opened ") && line.EndsWith("A tap was opened · staged"));
    }

    [Fact]
    public async Task Json_has_the_same_members_on_every_line()
    {
        using var describer = new Describer();
        var file = folder.File("tap-opened.json", Describer.Rule);

        await describer.ListAsync(asJson: true, rules: file);

        describer.Json.Length.ShouldBe(DetectionCatalogue.Ids.Length + 1);
        describer.Json.ShouldAllBe(line => string.Join(' ', line.EnumerateObject().Select(member => member.Name))
            == "id title severity attempts stage services calls threshold techniques controls runbook reference file");
        describer.Lines.Single(line => line.Contains("\"tap-opened\"")).ShouldBe(
            $$"""
            {"id":"tap-opened","title":"A tap was opened","severity":"high","attempts":"low","stage":"staged",
            "services":["water"],"calls":["OpenTap","Pump*"],"threshold":null,"techniques":["T1485","T9999"],"controls":["4.7","9.1"],
            "runbook":"https://example.com/taps","reference":"https://example.com/api","file":"{{file}}"}
            """.ReplaceLineEndings(""));
        describer.Lines.Single(line => line.Contains("\"root-use\"")).ShouldEndWith("\"file\":null}");
    }

    [Fact]
    public async Task Filters_narrow_the_list_together()
    {
        using var describer = new Describer();
        var filter = new DetectionFilter
        {
            Stage = DetectionStage.On,
            Severity = Severity.High,
            Service = "KMS.amazonaws.com",
            Technique = "t1485",
        };

        await describer.ListAsync(filter, asJson: true);

        describer.Json.Length.ShouldBeGreaterThan(0);
        describer.Json.ShouldAllBe(line => line.GetProperty("stage").GetString() == "on"
            && line.GetProperty("severity").GetString() == "high"
            && line.GetProperty("services").EnumerateArray().Any(service => service.GetString() == "kms")
            && line.GetProperty("techniques").EnumerateArray().Any(code => code.GetString()!.StartsWith("T1485")));
        describer.Errors.ShouldBeEmpty();
        describer.Json.Length.ShouldBe((await describer.LoadAsync()).Count(filter.Includes));
    }

    [Theory]
    [InlineData("on")]
    [InlineData("staged")]
    [InlineData("off")]
    public async Task The_last_line_counts_each_stage(string stage)
    {
        using var describer = new Describer();
        var rule = Describer.Rule.Replace("staged", stage, StringComparison.Ordinal);

        await describer.ListAsync(new DetectionFilter { Service = "water" }, rules: folder.File("tap.json", rule));

        describer.Lines[^1].ShouldBe($"1 of {DetectionCatalogue.Ids.Length + 1} detections: 1 {stage}");
    }

    [Theory]
    [InlineData("T1098", true)]
    [InlineData("T1098.001", true)]
    [InlineData("T1098.003", false)]
    [InlineData("T109", false)]
    public async Task A_technique_includes_its_sub_techniques(string technique, bool isIncluded)
    {
        using var describer = new Describer();

        await describer.ListAsync(new DetectionFilter { Technique = technique }, asJson: true);

        describer.Output.Contains("""{"id":"access-key-for-another-user",""", StringComparison.Ordinal).ShouldBe(isIncluded);
    }

    [Theory]
    [InlineData("kmss", "no detection names the service kmss: did you mean kms?\n")]
    [InlineData("nothing-like-it", "no detection names the service nothing-like-it\n")]
    public async Task A_service_that_no_detection_names_is_noted(string service, string note)
    {
        using var describer = new Describer();

        await describer.ListAsync(new DetectionFilter { Service = service });

        describer.Errors.ShouldBe(note);
        describer.Output.ShouldBe($"0 of {DetectionCatalogue.Ids.Length} detections\n");
    }

    [Fact]
    public async Task A_technique_that_no_detection_cites_is_noted()
    {
        using var describer = new Describer();

        await describer.ListAsync(new DetectionFilter { Technique = "T0001" });

        describer.Errors.ShouldBe("no detection cites the technique T0001\n");
    }

    [Fact]
    public async Task A_detection_of_ones_own_takes_the_place_of_a_built_in_one()
    {
        using var describer = new Describer();
        var rule = Describer.Rule.Replace("tap-opened", "root-use", StringComparison.Ordinal);

        await describer.ListAsync(asJson: true, rules: folder.File("root-use.json", rule));

        describer.Json.Length.ShouldBe(DetectionCatalogue.Ids.Length);
        describer.Json.Single(line => line.GetProperty("id").GetString() == "root-use")
            .GetProperty("title").GetString().ShouldBe("A tap was opened");
    }

    [Fact]
    public async Task A_faulty_file_is_reported_and_nothing_is_loaded()
    {
        using var errors = new StringWriter();
        var file = folder.File("tap.json", Describer.Rule.Replace("high", "huge", StringComparison.Ordinal));

        (await DescribedDetections.LoadAsync([file], errors)).ShouldBeNull();

        errors.ToString().ShouldBe($"{file} at $.severity: expected info, low, medium, high or critical\n");
    }
}
