using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Watchkeeper.Cli.Describing;
using Watchkeeper.Cli.Detecting.Rules;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections rules</c>: the EventBridge patterns of the read-only calls that detections look for.</summary>
internal static class DetectionsRulesCommand
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var rules = RulesOption.Create();
        var command = new Command(
            "rules",
            "Print the EventBridge patterns of the read-only calls that the detections look for, as template.yaml holds them.")
            { rules };
        command.SetAction((parsed, _) => Described.RunAsync(parsed.GetValue(rules), (screen, all) =>
        {
            foreach (var detail in ReadRule.Details(all.Select(one => one.Json.Member("pattern"))))
                screen.Raw(Pattern(detail).ToJsonString(Readable));
            return ExitCode.Done;
        }));
        return command;
    }

    private static JsonObject Pattern(JsonObject detail) => new()
    {
        ["source"] = new JsonArray(new JsonObject { ["prefix"] = "aws." }),
        ["detail-type"] = new JsonArray("AWS API Call via CloudTrail"),
        ["detail"] = detail,
    };
}
