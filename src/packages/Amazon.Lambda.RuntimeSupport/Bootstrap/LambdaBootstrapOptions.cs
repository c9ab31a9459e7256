namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>What a test may set where Lambda sets variables.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API; null or empty takes <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
