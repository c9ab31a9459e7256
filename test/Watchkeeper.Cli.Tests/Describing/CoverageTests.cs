using Shouldly;
using Watchkeeper.Cli.Describing;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Detections;
using Watchkeeper.Text;
using Xunit;

namespace Watchkeeper.Cli.Tests.Describing;

public sealed class CoverageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_technique_has_a_line_with_its_tactics_and_detections()
    {
        using var describer = new Describer();

        await describer.CoverAsync(CoverageBy.Technique);

        var codes = DetectionCatalogue.All.SelectMany(one => one.Techniques).Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal).ToList();
        describer.Lines.Skip(1).SkipLast(1).Select(line => line.Split(' ')[0]).ShouldBe(codes);
        describer.Lines.ShouldContain(line => line.StartsWith("T1110.003  ") && line.Contains("  credential access  ")
            && line.Contains("  Password Spraying  "));
        describer.Lines[^1].ShouldStartWith($"{codes.Count} techniques");
    }

    [Theory]
    [InlineData("technique")]
    [InlineData("control")]
    [InlineData("service")]
    public async Task Counts_and_ids_agree_with_the_detections(string asked)
    {
        var by = KebabCase.Parse<CoverageBy>(asked)!.Value;
        using var describer = new Describer();

        await describer.CoverAsync(by, asJson: true);

        describer.Json.Length.ShouldBeGreaterThan(15);
        foreach (var line in describer.Json)
        {
            var ids = line.GetProperty("detections").EnumerateArray().Select(id => id.GetString()).ToList();
            var found = DetectionCatalogue.All.Where(one => ids.Contains(one.Id)).ToList();
            line.GetProperty("on").GetInt32().ShouldBe(found.Count(one => one.Stage is DetectionStage.On));
            line.GetProperty("staged").GetInt32().ShouldBe(found.Count(one => one.Stage is DetectionStage.Staged));
            var code = line.GetProperty("code").GetString()!;
            if (by is CoverageBy.Technique)
                ids.ShouldBe(DetectionCatalogue.All.Where(one => one.Techniques.Contains(code)).Select(one => one.Id), true);
            if (by is CoverageBy.Control)
                ids.ShouldBe(DetectionCatalogue.All.Where(one => one.Controls.Contains(code)).Select(one => one.Id), true);
        }

        describer.Json[0].EnumerateObject().Select(member => member.Name)
            .ShouldBe(["by", "code", "name", "tactics", "on", "staged", "gap", "detections"]);
    }

    [Fact]
    public async Task A_control_that_nothing_covers_any_more_is_a_gap()
    {
        using var describer = new Describer();
        var off = Describer.Rule.Replace("tap-opened", "kms-key-doomed", StringComparison.Ordinal)
            .Replace("staged", "off", StringComparison.Ordinal);
        var staged = Describer.Rule.Replace("tap-opened", "root-use", StringComparison.Ordinal)
            .Replace("4.7", "4.3", StringComparison.Ordinal);

        await describer.CoverAsync(
            CoverageBy.Control, rules: [folder.File("kms-key-doomed.json", off), folder.File("root-use.json", staged)]);

        Cells("4.7").ShouldBe(["4.7", "disabled and doomed customer keys are noticed", "0", "0", "gap"]);
        Cells("4.3").ShouldBe(["4.3", "use of root is noticed", "0", "1", "staged only", "root-use"]);
        Cells("4.5").Length.ShouldBe(5);
        describer.Lines[^1].ShouldBe("section 4 of CIS AWS Foundations v3.0.0: 15 of 16 controls covered; gaps: 4.7");

        string[] Cells(string control) => describer.Lines.Single(line => line.StartsWith($"{control} ", StringComparison.Ordinal))
            .Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    [Fact]
    public async Task Controls_are_in_the_order_of_their_numbers()
    {
        using var describer = new Describer();

        await describer.CoverAsync(CoverageBy.Control, asJson: true);

        var codes = describer.Json.Select(line => line.GetProperty("code").GetString()!).ToList();
        codes.IndexOf("4.9").ShouldBe(codes.IndexOf("4.10") - 1);
        codes.IndexOf("1.10").ShouldBeLessThan(codes.IndexOf("2.1.2"));
        codes.Count(Coverage.IsMonitoring).ShouldBe(16);
    }

    [Fact]
    public async Task Services_are_listed_by_name_with_those_of_ones_own()
    {
        using var describer = new Describer();

        await describer.CoverAsync(CoverageBy.Service, asJson: true, rules: folder.File("tap.json", Describer.Rule));

        var codes = describer.Json.Select(line => line.GetProperty("code").GetString()!).ToList();
        codes.ShouldBe(codes.Order(StringComparer.Ordinal));
        codes.ShouldContain("any");
        describer.Lines.Single(line => line.Contains("\"water\"")).ShouldEndWith(
            """:"water","name":"","tactics":[],"on":0,"staged":1,"gap":false,"detections":["tap-opened"]}""");
    }

    [Fact]
    public async Task A_technique_that_only_ones_own_detection_cites_has_no_name()
    {
        using var describer = new Describer();

        await describer.CoverAsync(CoverageBy.Technique, asJson: true, rules: folder.File("tap.json", Describer.Rule));

        describer.Lines[^1].ShouldStartWith("""{"by":"technique","code":"T9999","name":"","tactics":[],"on":0,"staged":1,""");
    }

    [Fact]
    public async Task A_terminal_shows_some_ids_and_a_narrow_one_none()
    {
        using var wide = new Describer(width: 200);
        using var narrow = new Describer(width: 80);

        await wide.CoverAsync(CoverageBy.Technique);
        await narrow.CoverAsync(CoverageBy.Technique);

        wide.Output.ShouldContain(" more");
        narrow.Lines.ShouldAllBe(line => line.Length <= 80);
        narrow.Lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).ShouldBe(["technique", "name", "on", "staged"]);
    }

    // ATT&CK 19 split Impair Defenses and Indicator Removal, and moved Impersonation and Email Spoofing.
    [Theory]
    [InlineData("T1562")]
    [InlineData("T1656")]
    [InlineData("T1672")]
    [InlineData("T1070.001")]
    [InlineData("T1070.002")]
    public void No_detection_cites_a_technique_that_was_revoked(string revoked) =>
        References.Techniques.Keys.ShouldAllBe(
            code => code != revoked && !code.StartsWith(revoked + ".", StringComparison.Ordinal));

    [Fact]
    public void The_tables_name_what_built_in_detections_cite_and_nothing_else()
    {
        References.Techniques.Keys.ShouldBe(
            DetectionCatalogue.All.SelectMany(one => one.Techniques).Distinct(), ignoreOrder: true);
        References.Controls.Keys.ShouldBe(
            DetectionCatalogue.All.SelectMany(one => one.Controls).Union(Enumerable.Range(1, 16).Select(n => $"4.{n}")),
            ignoreOrder: true);
        References.Techniques.Values.Concat(References.Controls.Values)
            .ShouldAllBe(one => one.Name.Length > 0 && one.Groups.All(group => group.Length > 0));
    }
}
