using System.Collections.Frozen;
using System.Text.Json;
using Watchkeeper.Alarms;
using Watchkeeper.Cli.Embedded;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Cli.Emulators;

/// <summary>
/// Provides the replayed alarms to moto in a file that moto reads on every request. By itself, moto would use its own account,
/// region and times for the alarms, and does not support an alarm's time series.
/// </summary>
/// <param name="place">The run's folder.</param>
internal sealed class MotoAlarms(string place)
{
    /// <summary>The environment variable with the file's path.</summary>
    public const string Variable = "WATCHKEEPER_ALARMS";

    /// <summary>The request header that selects another file for the response.</summary>
    public const string Header = "X-Watchkeeper-Alarms";

    // The labels of an alarm's subject that are not dimensions.
    private static readonly FrozenSet<string> NoDimensions = FrozenSet.ToFrozenSet(
        [
            "namespace", "metric", "alarmType", "threshold", SubjectLabels.Load, SubjectLabels.Check, SubjectLabels.Description,
        ],
        StringComparer.Ordinal);

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'+00:00'";

    /// <summary>The file's path.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(place, "cloudwatch-alarms.json"));

    /// <summary>Rewrites the file.</summary>
    public void Show(EmbeddedAlarms alarms)
    {
        // moto may read at any moment, so the file is replaced atomically.
        var draft = Path + ".new";
        using (var file = File.Create(draft))
        using (var writer = new Utf8JsonWriter(file, new JsonWriterOptions { Indented = true }))
            Write(writer, alarms);
        File.Move(draft, Path, overwrite: true);
    }

    private static void Write(Utf8JsonWriter writer, EmbeddedAlarms alarms)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("MetricAlarms");
        foreach (var alarm in alarms.All)
        {
            if (alarm.Observe() is { } observed)
                Write(writer, alarm.Arn, observed);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("AlarmContributors");
        foreach (var alarm in alarms.All)
        {
            writer.WriteStartArray(alarm.Name);
            foreach (var contributor in alarm.Firing())
                Write(writer, contributor.Signal, alarm.Arn);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string arn, ObservedAlarm alarm)
    {
        writer.WriteStartObject();
        writer.WriteString("AlarmName", alarm.Name);
        writer.WriteString("AlarmArn", arn);
        writer.WriteBoolean("ActionsEnabled", alarm.Signal.Mute is not { Kind: MuteKind.ActionsDisabled });
        writer.WriteStartArray("AlarmActions");
        foreach (var action in alarm.Actions)
            writer.WriteStringValue(action);
        writer.WriteEndArray();
        writer.WriteString("StateValue", alarm.Signal.Condition switch
        {
            SignalCondition.Firing => "ALARM",
            SignalCondition.Resolved => "OK",
            _ => "INSUFFICIENT_DATA",
        });
        writer.WriteString("AlarmDescription", Description(alarm.Signal));
        WriteMetric(writer, alarm.Signal.Subject.Labels);
        WriteState(writer, alarm.Signal);
        writer.WriteEndObject();
    }

    // Writes a description with the same words and declarations as the alarm's own.
    private static string Description(Signal signal) => string.Join(
        ' ',
        signal.Subject.Labels[SubjectLabels.Description],
        signal.DeclaredSeverity is { } severity ? $"severity={severity.ToKebabCase()}" : "",
        signal.Subject.Runbook.Length > 0 ? $"runbook={signal.Subject.Runbook}" : "");

    // A signal with several metrics records their names but not the watched one, so such metrics are omitted.
    private static void WriteMetric(Utf8JsonWriter writer, LabelSet labels)
    {
        if (labels["alarmType"] != "metric")
            return;
        writer.WriteString("Namespace", labels["namespace"]);
        writer.WriteString("MetricName", labels["metric"]);
        writer.WriteStartArray("Dimensions");
        foreach (var (name, value) in labels.Where(label => !NoDimensions.Contains(label.Key)))
        {
            writer.WriteStartObject();
            writer.WriteString("Name", name);
            writer.WriteString("Value", value);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Signal contributor, string arn)
    {
        writer.WriteStartObject();
        writer.WriteString("ContributorId", contributor.Subject.Fingerprint.Text[$"alarm/{arn}#".Length..]);
        writer.WriteStartObject("ContributorAttributes");
        writer.WriteEndObject();
        WriteState(writer, contributor);
        writer.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter writer, Signal signal)
    {
        writer.WriteString("StateReason", signal.Reason);
        writer.WriteString(
            "StateTransitionedTimestamp",
            signal.OccurredAt.UtcDateTime.ToString(TimeFormat, System.Globalization.CultureInfo.InvariantCulture));
    }
}
