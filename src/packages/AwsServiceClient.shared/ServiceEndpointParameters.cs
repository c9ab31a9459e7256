using Amazon.Runtime.Endpoints;

namespace Amazon.StandIn;

/// <summary>What an endpoint depends on. The SDK compares two by their entries, so everything is kept there.</summary>
internal sealed class ServiceEndpointParameters : EndpointParameters
{
    /// <summary>A region's code, or null.</summary>
    public string Region
    {
        get => (string)this[nameof(Region)];
        set => this[nameof(Region)] = value;
    }

    /// <summary>An address in place of AWS's own, or null.</summary>
    public string Endpoint
    {
        get => (string)this[nameof(Endpoint)];
        set => this[nameof(Endpoint)] = value;
    }

    public bool UseDualStack
    {
        get => this[nameof(UseDualStack)] is true;
        set => this[nameof(UseDualStack)] = value;
    }

    public bool UseFIPS
    {
        get => this[nameof(UseFIPS)] is true;
        set => this[nameof(UseFIPS)] = value;
    }
}
