using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Watchkeeper.Signals;
using Watchkeeper.Text;

namespace Watchkeeper.Functions.Observability;

/// <summary>An ended activity as an X-Ray document («AWS X-Ray segment documents»).</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Root">The root id of the trace.</param>
/// <param name="Parent">The id of the parent in the trace.</param>
/// <param name="IsSegment">True for a segment, false for a subsegment that is sent separately.</param>
/// <param name="IsBare">True to omit all members that could be long.</param>
internal readonly record struct SegmentDocument(
    Activity Activity, string Root, string Parent, bool IsSegment, bool IsBare = false)
{
    private const int MaxNameLength = 200;
    private const int MaxTextLength = 250;
    private const int MaxMessageLength = 1000;

    public void WriteTo(Utf8JsonWriter writer)
    {
        var start = Activity.StartTimeUtc;
        writer.WriteStartObject();
        writer.WriteString("name", NameOf(Activity.OperationName));
        writer.WriteString("id", Activity.SpanId.ToHexString());
        writer.WriteString("trace_id", Root);
        writer.WriteString("parent_id", Parent);
        if (!IsSegment)
            writer.WriteString("type", "subsegment");
        writer.WriteNumber("start_time", Seconds(start));
        writer.WriteNumber("end_time", Seconds(start + Activity.Duration));
        WriteCall(writer);
        WriteFlags(writer);
        if (!IsBare)
        {
            WriteTags(writer, "annotations", annotations: true);
            WriteTags(writer, "metadata", annotations: false);
            WriteCause(writer);
        }

        writer.WriteEndObject();
    }

    private void WriteCall(Utf8JsonWriter writer)
    {
        if (Activity.GetTagItem(TraceTags.Operation) is string)
        {
            writer.WriteString("namespace", "aws");
            writer.WriteStartObject("aws");
            foreach (var (name, value) in Activity.EnumerateTagObjects())
            {
                if (name.StartsWith("aws.", StringComparison.Ordinal))
                    WriteValue(writer, name["aws.".Length..], value, MaxTextLength);
            }

            writer.WriteEndObject();
        }

        if (Activity.GetTagItem(TraceTags.HttpStatus) is int status)
        {
            writer.WriteStartObject("http");
            writer.WriteStartObject("response");
            writer.WriteNumber("status", status);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
    }

    private void WriteFlags(Utf8JsonWriter writer)
    {
        var error = Activity.GetTagItem(TraceTags.Error) is true;
        var throttle = Activity.GetTagItem(TraceTags.Throttle) is true;
        if (error)
            writer.WriteBoolean("error", true);
        if (throttle)
            writer.WriteBoolean("throttle", true);
        if (Activity.GetTagItem(TraceTags.Fault) is true || (Activity.Status is ActivityStatusCode.Error && !error && !throttle))
            writer.WriteBoolean("fault", true);
    }

    private void WriteTags(Utf8JsonWriter writer, string member, bool annotations)
    {
        var any = false;
        foreach (var (name, value) in Activity.EnumerateTagObjects())
        {
            if (name is TraceTags.Error or TraceTags.Throttle or TraceTags.Fault or TraceTags.HttpStatus
                || name.StartsWith("aws.", StringComparison.Ordinal)
                || IsAnnotation(name) != annotations)
            {
                continue;
            }

            if (!any)
                writer.WriteStartObject(member);
            any = true;
            WriteValue(writer, name, value, MaxTextLength);
        }

        if (any)
            writer.WriteEndObject();
    }

    private void WriteCause(Utf8JsonWriter writer)
    {
        foreach (ref readonly var happened in Activity.EnumerateEvents())
        {
            if (happened.Name is not "exception")
                continue;
            writer.WriteStartObject("cause");
            writer.WriteStartArray("exceptions");
            writer.WriteStartObject();
            writer.WriteString("id", StableHash.Compute(Activity.SpanId.ToHexString(), "exception").AsSpan(0, 16));
            foreach (var (name, value) in happened.Tags)
            {
                if (name is "exception.message" or "exception.type")
                    WriteValue(writer, name["exception.".Length..], value, MaxMessageLength);
            }

            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
            return;
        }
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value, int longest)
    {
        switch (value)
        {
            case bool flag:
                writer.WriteBoolean(name, flag);
                break;
            case int number:
                writer.WriteNumber(name, number);
                break;
            case long number:
                writer.WriteNumber(name, number);
                break;
            default:
                var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
                writer.WriteString(name, InertText.Shorten(text, longest));
                break;
        }
    }

    private static bool IsAnnotation(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_');

    private static string NameOf(string name)
    {
        var length = Math.Min(name.Length, MaxNameLength);
        return string.Create(length, name, static (span, name) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var c = name[i];
                span[i] = char.IsLetterOrDigit(c) || c is ' ' || "_.:/%&#=+\\-@".Contains(c, StringComparison.Ordinal) ? c : '_';
            }
        });
    }

    private static decimal Seconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks / (decimal)TimeSpan.TicksPerSecond;
}
