using System.Buffers;
using System.Diagnostics;
using System.Text.Json;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Sends traces to X-Ray: every activity of the source <c>Watchkeeper</c> that ends in a sampled trace becomes a document for the
/// daemon. Tracing needs no thread and no queue. Without tracing, or in an unsampled trace, starting an activity returns null and
/// costs almost nothing.
/// </summary>
internal sealed class Tracing : IDisposable
{
    private const string SourceName = "Watchkeeper";
    private const string Mirror = "xray.mirror";

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> buffer = new(2048);
    private readonly XRayDaemon daemon;
    private readonly ActivityListener listener;

    /// <summary>Starts to listen, for the whole process.</summary>
    /// <param name="daemon">The daemon; owned by this object.</param>
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

    /// <summary>The source of all activities of Watchkeeper.</summary>
    public static ActivitySource Source { get; } = new(SourceName);

    /// <summary>
    /// Starts a part of an invocation's work: a subsegment under the function's own segment, which Lambda records. Activities
    /// that <see cref="Source"/> starts meanwhile become its children.
    /// </summary>
    public static Activity? Begin(string name, TraceHeader? invocation) =>
        invocation is { Sampled: true } ? Source.StartActivity(name, ActivityKind.Internal, invocation.ToContext()) : null;

    /// <summary>
    /// Starts work that continues another invocation's work, such as the notification of a recorded change. In the original trace
    /// the work is a separate segment, so that one trace leads from intake to send. In the trace of <paramref name="invocation"/>
    /// the work is a subsegment. Both traces contain all its children.
    /// </summary>
    /// <param name="name">The segment's name.</param>
    /// <param name="origin">
    /// The header of the original trace. If null or not sampled, this method equals <see cref="Begin"/>.
    /// </param>
    /// <param name="invocation">The header of the current invocation.</param>
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
