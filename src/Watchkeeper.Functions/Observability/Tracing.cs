using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Traces to X-Ray: every activity of the source <c>Watchkeeper</c> that ends under a sampled header becomes a document for the
/// daemon. It has no thread and no queue; without it, or where a trace is not sampled, starting an activity gives null and costs
/// next to nothing.
/// </summary>
public sealed class Tracing : IDisposable
{
    private const string SourceName = "Watchkeeper";
    private const string Mirror = "xray.mirror";

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> buffer = new(2048);
    private readonly XRayDaemon daemon;
    private readonly ActivityListener listener;

    /// <summary>Listens from now on, for the whole process.</summary>
    /// <param name="daemon">Where to; owned from now on.</param>
    public Tracing(XRayDaemon daemon)
    {
        this.daemon = daemon;
        listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is SourceName,
            Sample = static (ref options) => options.Parent.TraceFlags.HasFlag(ActivityTraceFlags.Recorded)
                ? ActivitySamplingResult.AllDataAndRecorded
                : ActivitySamplingResult.None,
            ActivityStopped = Export,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>Where all activities of Watchkeeper come from.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>
    /// Starts a piece of an invocation's work: a subsegment under the function's own segment, which Lambda records. Activities
    /// started from <see cref="Source"/> while it lasts come under it.
    /// </summary>
    public static Activity? Begin(string name, TraceHeader? invocation) =>
        invocation is { Sampled: true } ? Source.StartActivity(name, ActivityKind.Internal, invocation.ToContext()) : null;

    /// <summary>
    /// Starts work that goes on with what another invocation began, such as telling of a change that it recorded. In the trace of
    /// that invocation it is a segment of its own, so that one trace leads from intake to send; in the trace of
    /// <paramref name="invocation"/> it is a subsegment, and all that comes under it is in both.
    /// </summary>
    /// <param name="name">The segment's name.</param>
    /// <param name="origin">The header under which it began; where it is null or not sampled, this is <see cref="Begin"/>.</param>
    /// <param name="invocation">The header of the invocation that does the work.</param>
    public static Activity? Continue(string name, TraceHeader? origin, TraceHeader? invocation)
    {
        if (origin is not { Sampled: true } || origin.Root == invocation?.Root)
            return Begin(name, invocation);
        var activity = Source.StartActivity(name, ActivityKind.Consumer, origin.ToContext());
        activity?.SetCustomProperty(Mirror, new MirroredTrace(invocation is { Sampled: true } ? invocation : null));
        return activity;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        daemon.Dispose();
    }

    private void Export(Activity activity)
    {
        var root = TraceHeader.RootOf(activity.TraceId);
        var begun = activity.GetCustomProperty(Mirror) is MirroredTrace;
        Send(new SegmentDocument(activity, root, activity.ParentSpanId.ToHexString(), IsSegment: begun));
        if (MirrorOf(activity) is { } mirror)
        {
            var parent = begun ? mirror.Parent : activity.ParentSpanId.ToHexString();
            Send(new SegmentDocument(activity, mirror.Root, parent, IsSegment: false));
        }
    }

    private static TraceHeader? MirrorOf(Activity activity)
    {
        for (var one = activity; one is not null; one = one.Parent)
        {
            if (one.GetCustomProperty(Mirror) is MirroredTrace mirrored)
                return mirrored.Header;
        }

        return null;
    }

    private void Send(SegmentDocument document)
    {
        lock (gate)
        {
            Write(document);
            if (buffer.WrittenCount > XRayDaemon.MaxDocumentLength)
                Write(document with { IsBare = true });
            daemon.Send(buffer.WrittenSpan);
        }
    }

    private void Write(SegmentDocument document)
    {
        buffer.ResetWrittenCount();
        buffer.Write("{\"format\":\"json\",\"version\":1}\n"u8);
        using var writer = new Utf8JsonWriter(buffer);
        document.WriteTo(writer);
    }

    private sealed record MirroredTrace(TraceHeader? Header);
}
