using System.CommandLine;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Versions;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config apply</c>: puts a configuration file in force.</summary>
internal static class ConfigApplyCommand
{
    public static Command Create()
    {
        var path = ConfigOptions.Path();
        var comment = new Option<string>("--comment")
        {
            Description = "What you say about this version, for «config history».",
            DefaultValueFactory = _ => "",
        };
        var force = new Option<bool>("--force")
        {
            Description = "Apply own detections that look for read-only calls which no rule of the template passes.",
        };
        var who = WhoOption.Create();
        var output = OutputOption.Create();
        var command = new Command(
            "apply", "Check a configuration file and put it in force as a new version. Functions notice within a minute.")
        {
            path, comment, force, who, output,
        };
        var store = StoreOptionSet.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            var options = new ApplyConfigurationOptions(
                parsed.GetRequiredValue(path), parsed.GetValue(comment) ?? "", parsed.GetValue(who) ?? Environment.UserName,
                parsed.GetValue(force), parsed.IsJson(output));
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, time, cancellation) => new ApplyConfigurationRun(asked, screen, time).RunAsync(options, cancellation),
                isAction: true,
                cancellationToken);
        });
        return command;
    }
}
