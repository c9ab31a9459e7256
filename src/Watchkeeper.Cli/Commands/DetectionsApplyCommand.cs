using System.CommandLine;
using Watchkeeper.Cli.Applying;
using Watchkeeper.Cli.Stores;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>detections apply</c>: puts a user's own detections in force.</summary>
internal static class DetectionsApplyCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Files with one detection each (ID.json, its tests beside it in ID.tests.json), or folders of them: "
                + "the whole list, which takes the place of the one before.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        paths.Validators.Add(UsageErrors.RefuseOptions);
        var none = new Option<bool>("--none") { Description = "Take your own detections back." };
        var force = new Option<bool>("--force")
        {
            Description = "Apply detections that look for read-only calls which no rule of the template passes.",
        };
        var who = WhoOption.Create();
        var output = OutputOption.Create();
        var command = new Command(
            "apply",
            "Test your own detections and put them in force, beside the built-in ones. Functions notice within a minute.")
            { paths, none, force, who, output };
        var store = StoreOptionSet.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(none) == (result.GetValue(paths) is { Length: > 0 }))
                result.AddError("Give the files or folders of all your detections, or --none to take them back.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var screen = Asked.Screen();
            var options = new ApplyOptions
            {
                Paths = parsed.GetValue(paths) ?? [],
                Who = parsed.GetValue(who) ?? Environment.UserName,
                IsForced = parsed.GetValue(force),
                AsJson = parsed.IsJson(output),
            };
            return Asked.RunAsync(
                store.Read(parsed),
                screen,
                (asked, time, cancellation) => new ApplyRun(asked, screen, time).RunAsync(options, cancellation),
                isAction: true,
                cancellationToken);
        });
        return command;
    }
}
