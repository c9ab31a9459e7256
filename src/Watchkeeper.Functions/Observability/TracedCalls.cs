using Amazon.Runtime.Internal;

namespace Watchkeeper.Functions.Observability;

/// <summary>
/// Puts <see cref="TracedCallHandler"/> first in the pipeline of every service client that is created after registration.
/// </summary>
internal sealed class TracedCalls : IRuntimePipelineCustomizer
{
    /// <inheritdoc/>
    public string UniqueName => "Watchkeeper";

    /// <summary>Registers the handler; call once, before the first client is created.</summary>
    public static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new TracedCalls());

    /// <inheritdoc/>
    public void Customize(Type type, RuntimePipeline pipeline)
    {
        pipeline.AddHandler(new TracedCallHandler());
    }
}
