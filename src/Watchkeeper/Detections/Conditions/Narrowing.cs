namespace Watchkeeper.Detections.Conditions;

/// <summary>How a condition narrows whom a statement lets in.</summary>
internal enum Narrowing
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>To a network, a VPC or an endpoint.</summary>
    Network,

    /// <summary>To accounts, an organisation, identities or sources that are named.</summary>
    Identity,
}
