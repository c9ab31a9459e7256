using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.StandIn;

/// <summary>
/// The AWS SDKs' «smart configuration defaults», of which <c>AWS_DEFAULTS_MODE</c> chooses one; legacy is «standard».
/// </summary>
internal static class DefaultsModes
{
    private static readonly TimeSpan s_near = TimeSpan.FromMilliseconds(1100);
    private static readonly TimeSpan s_far = TimeSpan.FromMilliseconds(3100);
    private static readonly TimeSpan s_mobile = TimeSpan.FromSeconds(30);

    private static readonly IDefaultConfiguration[] s_all =
    [
        Mode(DefaultConfigurationMode.Standard, s_far),
        Mode(DefaultConfigurationMode.InRegion, s_near),
        Mode(DefaultConfigurationMode.CrossRegion, s_far),
        Mode(DefaultConfigurationMode.Mobile, s_mobile),
        Mode(DefaultConfigurationMode.Auto, s_near),
    ];

    public static IDefaultConfigurationProvider Provider { get; } = new DefaultConfigurationProvider(s_all);

    private static DefaultConfiguration Mode(DefaultConfigurationMode name, TimeSpan connect) => new()
    {
        Name = name,
        RetryMode = RequestRetryMode.Standard,
        S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
        ConnectTimeout = connect,
        TlsNegotiationTimeout = connect,
    };
}
