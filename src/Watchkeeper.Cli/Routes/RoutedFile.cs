using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Routes;

/// <summary>The route tree of a configuration file, read as the functions read it.</summary>
internal static class RoutedFile
{
    /// <summary>The tree; the default one if the file has none.</summary>
    /// <exception cref="AskException">The file cannot be read, or has errors.</exception>
    public static Route Read(string path, DateTimeOffset today)
    {
        var file = ConfigurationInput.Read(path, today);
        if (!file.IsRoutable)
        {
            var first = file.Problems.First(problem => problem.Level is ProblemLevel.Error);
            throw new AskException(ProblemText.Line(ConfigurationInput.NameOf(path), first) + "; «config check» shows all");
        }

        var result = ConfigurationReader.Read(file.ToJson(), WatchkeeperConfiguration.Default());
        return result.Configuration?.Route ?? throw new AskException($"«{path}» cannot be read: {result.Rejection}");
    }
}
