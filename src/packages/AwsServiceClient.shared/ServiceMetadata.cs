using Amazon.Runtime.Internal;

namespace Amazon.StandIn;

/// <summary>What telemetry calls the service.</summary>
internal sealed class ServiceMetadata(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    /// <summary>Operations that the SDK calls otherwise than AWS: none here.</summary>
    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(0, StringComparer.Ordinal);
}
