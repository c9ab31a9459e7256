using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>Ends the reading of one document. Never leaves a parser: <see cref="Total"/> alone catches it.</summary>
internal sealed class RejectionException(string path, string reason) : Exception($"{path} {reason}")
{
    /// <summary>The rejection as parsers hand it out.</summary>
    public SignalParseResult.Rejected Reading { get; } =
        new(InertText.Shorten(path, SubjectLimits.LabelValue), InertText.Shorten(reason, SubjectLimits.Description));
}
