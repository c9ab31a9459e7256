using Watchkeeper.Functions.Observability;

namespace Watchkeeper.Simulation.Running;

/// <summary>Adds up the metrics that functions write, as CloudWatch would.</summary>
internal sealed class MetricCounts : Stream
{
    public MetricCounts() => Output = new LineOutput(this);

    public LineOutput Output { get; }

    public int Opened { get; private set; }

    public int Resolved { get; private set; }

    public int MailFailures { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    // Each call writes one whole line.
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (buffer.IndexOf("\"IncidentsOpened\":"u8) >= 0)
            Opened++;
        else if (buffer.IndexOf("\"IncidentsResolved\":"u8) >= 0)
            Resolved++;
        else if (buffer.IndexOf("\"MailFailures\":"u8) >= 0)
            MailFailures++;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
