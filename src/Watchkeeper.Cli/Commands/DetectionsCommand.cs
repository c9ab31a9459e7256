using System.CommandLine;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections</c>: what the detections find, and whether they find it.</summary>
internal static class DetectionsCommand
{
    public static Command Create() => new("detections", "List, explain and test detections, and show what they cover.")
    {
        DetectionsListCommand.Create(),
        DetectionsShowCommand.Create(),
        DetectionsCoverageCommand.Create(),
        DetectionsTestCommand.Create(),
        DetectionsRulesCommand.Create(),
        DetectionsApplyCommand.Create(),
        DetectionsAppliedCommand.Create(),
    };
}
