using System.Text.Json.Nodes;
using Watchkeeper.Cli.Detecting.Scanning;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Detecting.Reporting;

/// <summary>One JSON object on a line for each finding and each refusal; a refusal has a <c>reason</c>.</summary>
internal sealed class JsonFindingWriter(TextWriter output) : IFindingWriter
{
    /// <inheritdoc/>
    public Task WriteAsync(Finding finding)
    {
        var (signal, subject) = (finding.Signal, finding.Signal.Subject);
        return output.WriteLineAsync(new JsonObject
        {
            ["file"] = finding.File,
            ["event"] = signal.EventId,
            ["time"] = finding.Time,
            ["detection"] = subject.Name,
            ["stage"] = finding.Stage.ToKebabCase(),
            ["severity"] = finding.Severity.ToKebabCase(),
            ["title"] = subject.Title,
            ["account"] = subject.Account,
            ["region"] = subject.Region,
            ["resource"] = subject.Resource,
            ["actor"] = subject.Labels[SubjectLabels.Actor],
            ["actor_class"] = subject.Labels[SubjectLabels.ActorClass],
            ["api"] = subject.Labels["api"],
            ["source_ip"] = subject.Labels["sourceIp"],
            ["error_code"] = subject.Labels["errorCode"],
            ["because"] = signal.Reason,
            ["fingerprint"] = subject.Fingerprint.Text,
        }.ToJsonString());
    }

    /// <inheritdoc/>
    public Task WriteAsync(string file, ScanItem.Refused refused) => output.WriteLineAsync(new JsonObject
    {
        ["file"] = file,
        ["path"] = refused.Path,
        ["offset"] = refused.Offset,
        ["reason"] = refused.Reason,
    }.ToJsonString());
}
