using System.CommandLine;
using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Configuring;

namespace Watchkeeper.Cli.Commands;

/// <summary><c>config check</c>: everything that is wrong with a configuration file.</summary>
internal static class ConfigCheckCommand
{
    public static Command Create()
    {
        var path = ConfigOptions.Path();
        var output = OutputOption.Create();
        var command = new Command(
            "check", "Report every error of a configuration file with its line, what was found, and what would be right.")
        {
            path, output,
        };
        command.SetAction((parsed, _) =>
        {
            var screen = Asked.Screen();
            return Asked.TryAsync(screen, async () =>
            {
                var name = parsed.GetRequiredValue(path);
                var file = await ConfigurationInput.ReadAsync(name, Clock.System.GetUtcNow());
                ProblemText.Show(screen, ConfigurationInput.NameOf(name), file, parsed.IsJson(output));
                return file.IsValid ? Answer.Yes : Answer.No;
            });
        });
        return command;
    }
}
