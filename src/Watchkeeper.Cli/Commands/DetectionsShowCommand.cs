using System.CommandLine;
using Watchkeeper.Cli.Describing;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections show ID</c>: explains one detection.</summary>
internal static class DetectionsShowCommand
{
    private const string English = "en";
    private const string Chinese = "zh";

    public static Command Create()
    {
        var id = new Argument<string>("id") { Description = "The detection's id, as «detections list» shows it." };
        var language = new Option<string>("--lang")
        {
            Description = "The language of title, reasons and advice: en or zh.",
            DefaultValueFactory = _ => English,
        }.OneOf(English, Chinese);
        var rules = RulesOption.Create();
        var output = OutputOption.Create();
        var command = new Command("show", "Explain one detection: what it finds and why, what to do first, and its tests.")
        {
            id, language, rules, output,
        };
        command.SetAction((parsed, _) => Described.RunAsync(parsed.GetValue(rules), (screen, all) =>
        {
            var inChinese = parsed.GetValue(language) == Chinese;
            return new DetectionShow(screen).Show(all, parsed.GetRequiredValue(id), inChinese, parsed.IsJson(output))
                ? ExitCode.Done
                : ExitCode.BadUsage;
        }));
        return command;
    }
}
