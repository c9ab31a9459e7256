using System.Collections.Immutable;
using System.Text.Json;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Describing;

/// <summary>One detection as text for people.</summary>
internal sealed class DetectionText(Screen screen)
{
    private const int Indent = 2;
    private const int NameWidth = 12;

    /// <summary>Prints the report.</summary>
    public void Show(DescribedDetection described, DetectionReport report)
    {
        var line = report.Detection;
        screen.Line($"{line.Id}  {line.Severity.ToUpperInvariant()}  {line.Stage}");
        screen.Line(report.Title);
        Section("why it matters", report.Description);
        Section("what to do first", report.Response);
        Section("false positives", report.FalsePositives);
        Section("what it finds", [.. Found(described)]);
        Section("what ends it", [.. described.Json.Member("undone").Items().SelectMany(Ending)]);
        ShowLinks(report);
        ShowTests(report.Tests);
    }

    private static IEnumerable<string> Found(DescribedDetection described)
    {
        var (detection, json) = (described.Detection, described.Json);
        yield return Calls(described.Services, described.Calls);
        foreach (var condition in PatternText.BeyondCalls(json.Member("pattern")).Concat(ConditionText.Of(json.Member("where"))))
            yield return condition;
        if (json.Member("different") is { ValueKind: JsonValueKind.Array } different)
            yield return $"{string.Join(" differs from ", different.Items().Select(PathText.Of))}";
        if (json.Member("unless") is { ValueKind: JsonValueKind.Object } unless)
        {
            yield return "except";
            foreach (var exception in PatternText.Of(unless))
                yield return PatternText.Deeper(exception);
        }

        yield return Severities(detection);
        if (json.Member("decode") is { ValueKind: JsonValueKind.Array } decoded)
            yield return $"JSON inside a text is read: {PathText.List(decoded)}";
        if (detection.Threshold is { } threshold)
            yield return ThresholdText.Of(threshold, json);
        yield return "one incident for each account";
        foreach (var path in json.Member("fingerprint").Items())
            yield return PatternText.Deeper($"and {PathText.Of(path)}");
        if (!detection.Act.IsEmpty)
            yield return $"notifies again for another {PathText.List(json.Member("act"))}";
    }

    private static IEnumerable<string> Ending(JsonElement undoing)
    {
        var pattern = undoing.Member("pattern");
        yield return Calls(PatternNames.Services(pattern), PatternNames.Calls(pattern));
        foreach (var condition in PatternText.BeyondCalls(pattern))
            yield return PatternText.Deeper(condition);
        if (undoing.Member("unless") is not { ValueKind: JsonValueKind.Object } unless)
            yield break;
        yield return PatternText.Deeper("except");
        foreach (var exception in PatternText.Of(unless))
            yield return PatternText.Deeper(PatternText.Deeper(exception));
    }

    private static string Calls(ImmutableArray<string> services, ImmutableArray<string> calls)
    {
        var named = calls.IsEmpty ? "any call" : ValueText.List(calls);
        return services.IsEmpty ? $"{named} of any service" : $"{named} of {ValueText.List(services)}";
    }

    private static string Severities(Detection detection)
    {
        var severity = detection.Severity.ToKebabCase().ToUpperInvariant();
        var attempts = detection.Attempts?.ToKebabCase().ToUpperInvariant();
        return detection.NamesErrorCode
            ? $"successful calls: {severity}; failed calls that it names: {attempts ?? severity}"
            : $"successful calls: {severity}; refused calls: {attempts ?? "ignored"}";
    }

    private void ShowLinks(DetectionReport report)
    {
        var line = report.Detection;
        screen.Line();
        foreach (var (index, technique) in report.Techniques.Index())
        {
            var tactics = technique.Groups.IsEmpty ? "" : $" ({string.Join(", ", technique.Groups)})";
            Field(index == 0 ? "techniques" : "", $"{technique.Code} {technique.Name}{tactics}");
        }

        foreach (var (index, control) in report.Controls.Index())
            Field(index == 0 ? "controls" : "", $"CIS AWS Foundations v3.0.0, {control.Code} {control.Name}");
        Field("runbook", line.Runbook);
        Field("reference", line.Reference);
        Field("file", line.File ?? "");
    }

    private void ShowTests(ImmutableArray<DetectionTest> tests)
    {
        screen.Line();
        screen.Line(tests.IsEmpty ? "no tests" : "tests");
        foreach (var group in tests.GroupBy(test => test.Expected, StringComparer.Ordinal))
        {
            foreach (var (index, test) in group.Index())
                Field(index == 0 ? group.Key : "", test.Name);
        }
    }

    private void Section(string head, params ImmutableArray<string> lines)
    {
        if (lines.All(line => line.Length == 0))
            return;
        screen.Line();
        screen.Line(head);
        foreach (var line in lines)
            screen.Folded(line, Indent);
    }

    private void Field(string name, string value)
    {
        if (value.Length > 0)
            screen.Line($"  {name.PadRight(NameWidth)}{value}");
    }
}
