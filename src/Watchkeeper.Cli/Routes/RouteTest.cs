using Watchkeeper.Cli.Asking;

namespace Watchkeeper.Cli.Routes;

/// <summary><c>route test</c> for one set of labels.</summary>
internal sealed class RouteTest(Screen screen, TimeProvider time)
{
    /// <summary>Prints the receivers; no if others were expected.</summary>
    /// <exception cref="AskException">The file or a label cannot be read.</exception>
    public Answer Run(string path, IReadOnlyList<string> labels, string? expected, bool asJson)
    {
        var receivers = RoutedFile.Read(path, time.GetUtcNow()).MatchWithRepeats(RouteLabels.Parse(labels));
        var found = string.Join(',', receivers);
        screen.Raw(asJson ? ReceiverList.Json(receivers) : found);
        if (expected is null || expected == found)
            return Answer.Yes;
        screen.Note($"expected {expected}, found {found}");
        return Answer.No;
    }
}
