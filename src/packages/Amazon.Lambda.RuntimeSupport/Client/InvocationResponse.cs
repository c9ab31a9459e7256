namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The answer to one invocation.</summary>
public class InvocationResponse
{
    /// <summary>Answers with a stream that is disposed once it is sent.</summary>
    /// <param name="outputStream">Sent from its current position.</param>
    /// <exception cref="ArgumentNullException">The stream is null; the invocation then fails.</exception>
    public InvocationResponse(Stream outputStream)
        : this(outputStream, disposeOutputStream: true)
    {
    }

    /// <summary>Answers with a stream.</summary>
    /// <param name="outputStream">Sent from its current position.</param>
    /// <param name="disposeOutputStream">False keeps the stream for the next invocation.</param>
    /// <exception cref="ArgumentNullException">The stream is null; the invocation then fails.</exception>
    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        (OutputStream, DisposeOutputStream) = (outputStream, disposeOutputStream);
    }

    /// <summary>The response's body.</summary>
    public Stream OutputStream { get; set; }

    /// <summary>Whether the loop disposes the stream once it is sent.</summary>
    public bool DisposeOutputStream { get; private set; }
}
