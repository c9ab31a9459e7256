using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Aws.Events.Json;

/// <summary>Ends the parsing of one document. Never leaves a parser: only <see cref="Total"/> catches the exception.</summary>
internal sealed class RejectionException(string path, string reason) : Exception($"{path} {reason}")
{
    /// <summary>The rejection that parsers return.</summary>
    public Rejection Rejection { get; } =
        new(InertText.Shorten(path, SubjectLimits.LabelValue), InertText.Shorten(reason, SubjectLimits.Description));
}
