using System.Globalization;
using System.Text.Json.Nodes;
using Watchkeeper.Aws.Events.Trails;
using Watchkeeper.Detections;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Detecting;

/// <summary>Evaluates detections over events and prints one line for each resulting signal.</summary>
/// <param name="matcher">The detections.</param>
/// <param name="time">The clock that limits event times in the future.</param>
/// <param name="output">Receives the findings.</param>
/// <param name="error">Receives rejections and, for text output, the totals.</param>
/// <param name="asJson">Whether the output is one JSON object per line.</param>
internal sealed class DetectRun(DetectionMatcher matcher, TimeProvider time, TextWriter output, TextWriter error, bool asJson)
{
    private readonly SeverityRules rules = SeverityRules.Default;
    private int events;
    private int found;
    private int failures;

    /// <summary>Processes the events of one file.</summary>
    public async Task TakeAsync(string file, ReadOnlyMemory<byte> json)
    {
        foreach (var reading in TrailEvents.ReadFile(json, time.GetUtcNow()))
        {
            events++;
            switch (reading)
            {
                case TrailParseResult.Happened { Event: var happened }:
                    foreach (var signal in matcher.Signals(happened))
                    {
                        // An event that undoes an act is not a finding.
                        if (signal.Condition is SignalCondition.Firing)
                            await ReportAsync(file, signal);
                    }

                    break;
                case TrailParseResult.Read { Result: SignalParseResult.Accepted accepted }:
                    await ReportAsync(file, accepted.Signal);
                    break;
                case TrailParseResult.Read { Result: SignalParseResult.Rejected(var rejection) }:
                    await RefuseAsync(file, rejection);
                    break;
            }
        }
    }

    /// <summary>Reports a rejected file or event.</summary>
    public async Task RefuseAsync(string file, Rejection rejection)
    {
        failures++;
        var (path, reason) = rejection;
        if (asJson)
            await output.WriteLineAsync(new JsonObject { ["file"] = file, ["path"] = path, ["reason"] = reason }.ToJsonString());
        else
            await error.WriteLineAsync(InertText.Line($"{file}{(path.Length > 0 ? $" at {path}" : "")}: {reason}"));
    }

    /// <summary>Prints the totals; returns whether no input was rejected.</summary>
    public async Task<bool> EndAsync()
    {
        if (!asJson)
            await error.WriteLineAsync($"{events} events, {found} findings, {failures} rejected");
        return failures == 0;
    }

    private async Task ReportAsync(string file, Signal signal)
    {
        found++;
        var subject = signal.Subject;
        var at = signal.OccurredAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var severity = rules.Classify(signal).ToKebabCase();
        if (!asJson)
        {
            await output.WriteLineAsync(InertText.Line(
                $"{at} {severity} {subject.Name} {subject.Title}: {signal.Reason} ({subject.Account} {subject.Region}, {file})"));
            return;
        }

        await output.WriteLineAsync(new JsonObject
        {
            ["file"] = file,
            ["event"] = signal.EventId,
            ["time"] = at,
            ["detection"] = subject.Name,
            ["severity"] = severity,
            ["title"] = subject.Title,
            ["account"] = subject.Account,
            ["region"] = subject.Region,
            ["resource"] = subject.Resource,
            ["actor"] = subject.Labels[SubjectLabels.Actor],
            ["api"] = subject.Labels["api"],
            ["source_ip"] = subject.Labels["sourceIp"],
            ["error_code"] = subject.Labels["errorCode"],
            ["because"] = signal.Reason,
            ["fingerprint"] = subject.Fingerprint.Text,
        }.ToJsonString());
    }
}
