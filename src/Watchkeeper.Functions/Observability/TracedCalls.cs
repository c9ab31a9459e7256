using Amazon.Runtime.Internal;

namespace Watchkeeper.Functions.Observability;

/// <summary>Puts <see cref="TracedCallHandler"/> at the front of every service client that is made after it was registered.</summary>
public sealed class TracedCalls : IRuntimePipelineCustomizer
{
    /// <inheritdoc/>
    public string UniqueName => "Watchkeeper";

    /// <summary>Once, before the first client is made.</summary>
    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new TracedCalls());

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        pipeline.AddHandler(new TracedCallHandler());
    }
}
