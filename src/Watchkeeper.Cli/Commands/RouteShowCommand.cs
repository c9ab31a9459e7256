using System.CommandLine;
using Watchkeeper.Cli.Routes;
using Watchkeeper.Cli.Usage;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>route show</c>: draws the route tree.</summary>
internal static class RouteShowCommand
{
    public static Command Create()
    {
        var config = new Option<string>("--config")
        {
            Description = "The configuration file; - is standard input.",
            HelpName = "path",
            Required = true,
        };
        var labels = new Argument<string[]>("label=value")
        {
            Description = "Labels, to mark the way that an incident with them takes.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        labels.Validators.Add(UsageErrors.RefuseOptions);
        var command = new Command("show", "Draw the route tree, and the way through it for labels.") { labels, config };
        command.SetAction((parsed, _) =>
        {
            var screen = Asked.Screen();
            return Asked.TryAsync(screen, () => Task.FromResult(
                new RouteShow(screen, Clock.System).Run(parsed.GetRequiredValue(config), parsed.GetValue(labels) ?? [])));
        });
        return command;
    }
}
