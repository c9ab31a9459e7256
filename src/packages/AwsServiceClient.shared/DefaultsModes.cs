using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StandIn;

/// <summary>
/// The AWS SDKs' «smart configuration defaults», of which <c>AWS_DEFAULTS_MODE</c> chooses one; legacy is «standard».
/// </summary>
internal static class DefaultsModes
{
    private static readonly TimeSpan Near = TimeSpan.FromMilliseconds(1100);
    private static readonly TimeSpan Far = TimeSpan.FromMilliseconds(3100);
    private static readonly TimeSpan Mobile = TimeSpan.FromSeconds(30);

    private static readonly IDefaultConfiguration[] All =
    [
        Mode(DefaultConfigurationMode.Standard, Far),
        Mode(DefaultConfigurationMode.InRegion, Near),
        Mode(DefaultConfigurationMode.CrossRegion, Far),
        Mode(DefaultConfigurationMode.Mobile, Mobile),
        Mode(DefaultConfigurationMode.Auto, Near),
    ];

    public static IDefaultConfigurationProvider Provider { get; } = new DefaultConfigurationProvider(All);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, TimeSpan connect) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}
