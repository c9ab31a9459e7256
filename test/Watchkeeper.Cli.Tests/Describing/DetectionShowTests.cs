using System.Text.Json;
using Shouldly;
using Watchkeeper.Cli.Describing;
using Watchkeeper.Cli.Tests.Stores;
using Watchkeeper.Detections;
using Xunit;

namespace Watchkeeper.Cli.Tests.Describing;

public sealed class DetectionShowTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everything_about_a_detection_is_shown_in_words()
    {
        using var describer = new Describer();
        var file = folder.File("tap-opened.json", Describer.Rule);
        folder.File("tap-opened.tests.json", Describer.Tests);

        (await describer.ShowAsync("tap-opened", rules: file)).ShouldBeTrue();

        describer.Output.ShouldBe(
            $"""
            tap-opened  HIGH  staged
            A tap was opened

            why it matters
              Water runs.

            what to do first
              Close it.

            false positives
              A thirsty gardener.

            what it finds
              OpenTap or Pump* of water
              eventName is OpenTap, or begins with Pump
              requestParameters.warm is true
              at least one of
                - requestParameters.tap ends with /0 or /1
                - requestParameters.all is missing
              in one of valves, one together with two is everybody-network (nearly everybody's addresses) and there
                size is > 3
              in one of valves
                open is true
              a differs from b
              except
                userAgent does not begin with hose
              successful calls: HIGH; refused calls: LOW
              JSON inside a text is read: requestParameters.policy
              one incident for each account
                and awsRegion
                and requestParameters.tap or else requestParameters.name
              notifies again for another requestParameters.flow

            what ends it
              CloseTap of any service
                except
                  eventName is like *x

              techniques  T1485 Data Destruction (impact)
                          T9999
              controls    CIS AWS Foundations v3.0.0, 4.7 disabled and doomed customer keys are noticed
                          CIS AWS Foundations v3.0.0, 9.1
              runbook     https://example.com/taps
              reference   https://example.com/api
              file        {file}

            tests
              match       a tap
                          a warm one
              no-match    a door
                          a window
              undone      it is closed
              not-undone  a door is closed

            """);
        describer.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_threshold_says_how_many_of_what_within_which_time_and_for_whom()
    {
        using var describer = new Describer();

        (await describer.ShowAsync("rights-tried-out")).ShouldBeTrue();
        describer.Lines.ShouldContain(
            "  15 different values of eventName within 10 minutes for one userIdentity.principalId or else userIdentity.arn");

        (await describer.ShowAsync("console-password-guessed")).ShouldBeTrue();
        describer.Lines.ShouldContain("  8 events within 10 minutes for one userIdentity.userName");
    }

    [Fact]
    public async Task A_threshold_is_an_object_in_json()
    {
        using var describer = new Describer();

        (await describer.ShowAsync("rights-tried-out", asJson: true)).ShouldBeTrue();

        JsonElement.Parse(describer.Output).GetProperty("detection").GetProperty("threshold").GetRawText().ShouldBe(
            """{"count":15,"minutes":10,"by":["detail.userIdentity.principalId|detail.userIdentity.arn"],"distinct":"detail.eventName"}""");
    }

    [Fact]
    public async Task A_terminal_folds_long_texts_under_their_headings()
    {
        using var describer = new Describer(width: 60);

        (await describer.ShowAsync("trail-stopped")).ShouldBeTrue();

        var paragraph = describer.Lines.SkipWhile(line => line != "what to do first").Skip(1)
            .TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).ToList();
        paragraph.Count.ShouldBeGreaterThan(3);
        paragraph.ShouldAllBe(line => line.Length <= 60);
        string.Join(' ', paragraph.Select(line => line.Trim()))
            .ShouldBe(DetectionCatalogue.All.Single(one => one.Id == "trail-stopped").Texts.Response);
    }

    [Fact]
    public async Task Texts_come_in_Chinese_and_what_is_not_translated_in_English()
    {
        using var describer = new Describer();

        (await describer.ShowAsync("tap-opened", inChinese: true, rules: folder.File("tap.json", Describer.Rule))).ShouldBeTrue();

        describer.Lines[1].ShouldBe("水龙头被打开");
        describer.Lines.ShouldContain("  水在流。");
        describer.Lines.ShouldContain("  Close it.");
    }

    [Fact]
    public async Task A_detection_without_Chinese_texts_and_without_tests_says_so()
    {
        using var describer = new Describer();
        using var rule = JsonDocument.Parse(Describer.Rule);
        var english = JsonSerializer.Serialize(
            rule.RootElement.EnumerateObject().Where(member => member.Name != "zh").ToDictionary(m => m.Name, m => m.Value));

        (await describer.ShowAsync("tap-opened", inChinese: true, rules: folder.File("tap.json", english))).ShouldBeTrue();

        describer.Errors.ShouldBe("tap-opened has no Chinese texts\n");
        describer.Lines[1].ShouldBe("A tap was opened");
        describer.Lines[^1].ShouldBe("no tests");
    }

    [Fact]
    public async Task Errors_of_the_tests_are_noted()
    {
        using var describer = new Describer();
        folder.File("tap.tests.json", """{"positive": [], "negative": [], "undoing": [], "leaving": []}""");

        (await describer.ShowAsync("tap-opened", rules: folder.File("tap.json", Describer.Rule))).ShouldBeTrue();

        describer.Errors.ShouldContain("tests of tap-opened at $.positive: expected at least two events\n");
    }

    [Fact]
    public async Task Json_holds_the_rule_as_written_and_the_tests()
    {
        using var describer = new Describer();
        folder.File("tap-opened.tests.json", Describer.Tests);

        await describer.ShowAsync("tap-opened", asJson: true, rules: folder.File("tap-opened.json", Describer.Rule));

        var report = describer.Json.ShouldHaveSingleItem();
        report.EnumerateObject().Select(member => member.Name).ShouldBe(
        [
            "detection", "title", "description", "response", "false_positives", "techniques", "controls", "rule", "tests",
        ]);
        report.GetProperty("detection").GetProperty("id").GetString().ShouldBe("tap-opened");
        report.GetProperty("techniques")[0].GetRawText()
            .ShouldBe("""{"code":"T1485","groups":["impact"],"name":"Data Destruction"}""");
        using var written = JsonDocument.Parse(Describer.Rule);
        foreach (var member in report.GetProperty("rule").EnumerateObject())
        {
            if (written.RootElement.TryGetProperty(member.Name, out var expected))
                JsonElement.DeepEquals(member.Value, expected).ShouldBeTrue(member.Name);
            else
                member.Value.ValueKind.ShouldBe(JsonValueKind.Null);
        }

        report.GetProperty("rule").GetProperty("resource").ValueKind.ShouldBe(JsonValueKind.Null);
        report.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("expected").GetString())
            .ShouldBe(["match", "match", "no-match", "no-match", "undone", "not-undone"]);
    }

    [Theory]
    [InlineData("trail-stoped", "There is no detection «trail-stoped»: did you mean trail-stopped?\n")]
    [InlineData(
        "bucket-public", "There is no detection «bucket-public»: did you mean bucket-acl-public or bucket-policy-public?\n")]
    [InlineData("zzzzzzzz", "There is no detection «zzzzzzzz»\n")]
    [InlineData("", "There is no detection «»\n")]
    public async Task An_unknown_id_asks_what_was_meant(string id, string note)
    {
        using var describer = new Describer();

        (await describer.ShowAsync(id)).ShouldBeFalse();

        describer.Errors.ShouldBe(note);
        describer.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_of_a_users_file_cannot_leave_its_line_or_fail(bool asJson)
    {
        using var describer = new Describer();
        var rule = Describer.Rule.Replace("\"OpenTap\"", "\"Open\\u202eTap\\n\", \"\\ud800\"", StringComparison.Ordinal);

        (await describer.ShowAsync("tap-opened", asJson: asJson, rules: folder.File("tap.json", rule))).ShouldBeTrue();

        describer.Output.ShouldNotContain('\u202e');
        describer.Output.ShouldContain("ud800");
        describer.Lines.ShouldNotContain("Tap");
    }

    [Fact]
    public async Task Every_built_in_detection_can_be_shown()
    {
        using var describer = new Describer();

        var all = await describer.LoadAsync();
        foreach (var id in DetectionCatalogue.Ids)
            new DetectionShow(describer.Screen).Show(all, id, inChinese: false, asJson: false).ShouldBeTrue();

        describer.Errors.ShouldBeEmpty();
        describer.Lines.Count(line => line == "what it finds").ShouldBe(DetectionCatalogue.Ids.Length);
    }
}
