using Watchkeeper.Cli.Asking;
using Watchkeeper.Cli.Configuring;
using Watchkeeper.Cli.Configuring.Values;
using Watchkeeper.Configuration;
using Watchkeeper.Configuration.Reading;
using Watchkeeper.Routing;

namespace Watchkeeper.Cli.Routes;

/// <summary>A configuration file, read as the functions read it.</summary>
internal static class RoutedFile
{
    /// <summary>The route tree; the default one if the file has none.</summary>
    /// <exception cref="AskException">The file cannot be read, or has errors.</exception>
    public static Route Read(string path, DateTimeOffset today) => ReadAll(path, today).Route;

    /// <summary>All of the configuration.</summary>
    /// <exception cref="AskException">The file cannot be read, or has errors.</exception>
    public static WatchkeeperConfiguration ReadAll(string path, DateTimeOffset today)
    {
        var file = ConfigurationInput.Read(path, today);
        if (!file.IsRoutable)
        {
            var first = file.Problems.First(problem => problem.Level is ProblemLevel.Error);
            throw new AskException(ProblemText.Line(ConfigurationInput.NameOf(path), first) + "; «config check» shows all");
        }

        var result = ConfigurationReader.Read(file.ToJson(), WatchkeeperConfiguration.Default());
        return result.Configuration ?? throw new AskException($"«{path}» cannot be read: {result.Rejection}");
    }
}
