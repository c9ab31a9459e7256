using Watchkeeper.Cli.Detecting.Scanning;
using Watchkeeper.Cli.Files;
using Watchkeeper.Detections;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Detecting.Reporting;

/// <summary>One line for each finding on the output, and for each refusal on the error output.</summary>
internal sealed class TextFindingWriter(TextWriter output, TextWriter error) : IFindingWriter
{
    /// <inheritdoc/>
    public Task WriteAsync(Finding finding)
    {
        var subject = finding.Signal.Subject;
        var stage = finding.Stage is DetectionStage.Staged ? " (staged)" : "";
        return output.WriteLineAsync(InertText.Line(
            $"{finding.Time} {finding.Severity.ToKebabCase()} {subject.Name}{stage} {subject.Title}: {finding.Signal.Reason} "
            + $"({subject.Account} {subject.Region}, {finding.File})"));
    }

    /// <inheritdoc/>
    public Task WriteAsync(string file, ScanItem.Refused refused) =>
        error.WriteLineAsync(RejectionLine.Of(file, refused.Path, refused.Reason, refused.Offset));
}
