using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Detecting;
using Watchkeeper.Cli.Detecting.Rules;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections rules</c>: the EventBridge patterns of the read-only calls that detections look for.</summary>
internal static class DetectionsRulesCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var rules = new Option<string[]>("--rules")
        {
            Description = "Your own detections beside the built-in ones: files (ID.json) or folders of them.",
            HelpName = "path",
        };
        var command = new Command(
            "rules",
            "Print the EventBridge patterns of the read-only calls that the detections look for, as template.yaml holds them.")
            { rules };
        command.SetAction((parsed, _) => PrintAsync(parsed.GetValue(rules) ?? []));
        return command;
    }

    private static async Task<int> PrintAsync(string[] rules)
    {
        if (await OwnDetections.LoadAsync(rules, Console.Error) is null)
            return ExitCode.BadUsage;
        var files = DetectionFiles.BuiltIn().ToList();
        await foreach (var file in DetectionFiles.ReadAsync(rules))
            files.Add(file);
        var patterns = files.Select(file => JsonElement.Parse(file.Rule.Span).GetProperty("pattern"));
        foreach (var detail in ReadRule.Details(patterns))
        {
            var pattern = new JsonObject
            {
                ["source"] = new JsonArray(new JsonObject { ["prefix"] = "aws." }),
                ["detail-type"] = new JsonArray("AWS API Call via CloudTrail"),
                ["detail"] = detail,
            };
            await Console.Out.WriteLineAsync(pattern.ToJsonString(Readable));
        }

        return ExitCode.Done;
    }
}
